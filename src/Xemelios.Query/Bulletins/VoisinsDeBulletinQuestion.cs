using System.Data.Common;
using Xemelios.Domain.Habilitations;
using Xemelios.Query.Recherches;

namespace Xemelios.Query.Bulletins;

/// <summary>The bulletins before and after one in a search of bulletins, whatever its page; null when it is not in the result.</summary>
public sealed record VoisinsDeBulletinQuestion(RechercheQuestion Recherche, AdresseDeBulletin Bulletin) : IQuestionNominative
{
    public Voisins? Executer(DbConnection connexion, Perimetre perimetre)
    {
        using var perspective = Perspective.De(Recherche.Sujet, connexion, perimetre, Recherche.Condition());
        var (ordre, avec) = Recherche.Ordre(perspective);
        var (prealables, origine) = perspective.Relations(avec);
        var autour = perspective.Demander($"""
            {prealables}
            , rangee AS (SELECT empreinte_du_fichier AS empreinte, b.ordre, row_number() OVER (ORDER BY {ordre}) AS rang {origine}),
            ici AS (SELECT rang FROM rangee WHERE empreinte = $empreinte AND ordre = $ordre)
            SELECT r.empreinte, r.ordre, r.rang - i.rang, i.rang, (SELECT count(*) FROM rangee)
            FROM rangee r JOIN ici i ON r.rang BETWEEN i.rang - 1 AND i.rang + 1 ORDER BY r.rang
            """).Avec("empreinte", Bulletin.Volume).Avec("ordre", Bulletin.Ordre)
            .Lire(r => (Adresse: new AdresseDeBulletin(r.TexteSur(), r.Entier()), Cote: r.Entier(), Rang: r.Entier(), Total: r.Entier()));
        return autour.Count == 0
            ? null
            : new Voisins(Cote(-1), Cote(1), autour[0].Rang, autour[0].Total);

        AdresseDeBulletin? Cote(int cote) => autour.Where(a => a.Cote == cote).Select(a => a.Adresse).FirstOrDefault();
    }
}
