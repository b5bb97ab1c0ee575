using System.Data.Common;
using Xemelios.Domain.Habilitations;
using Xemelios.Domain.Valeurs;

namespace Xemelios.Query.Bulletins;

/// <summary>The bulletins of an agent for a month (there may be several), or one bulletin by its file and rank.</summary>
public sealed record BulletinQuestion : IQuestionNominative
{
    private BulletinQuestion()
    {
    }

    public string? Siret { get; private init; }

    public MoisDePaye? Mois { get; private init; }

    public string? Matricule { get; private init; }

    public AdresseDeBulletin? Adresse { get; private init; }

    public static BulletinQuestion DUnAgent(string siret, MoisDePaye mois, string matricule) =>
        new() { Siret = siret, Mois = mois, Matricule = matricule };

    public static BulletinQuestion ALAdresse(AdresseDeBulletin adresse) => new() { Adresse = adresse };

    /// <summary>Empty when there is none inside the perimeter. What is not visible is masked: to reveal it is to ask again, of one
    /// address, with a perimeter that shows it.</summary>
    public IReadOnlyList<BulletinDetaille> Executer(DbConnection connexion, Perimetre perimetre)
    {
        this.Autoriser(perimetre);
        var details = new LectureDesDetails(connexion, perimetre);
        return [.. new LectureDeBulletin(connexion, perimetre).Lire(this).Select(b => details.Completer(b).Masquer(perimetre))];
    }
}
