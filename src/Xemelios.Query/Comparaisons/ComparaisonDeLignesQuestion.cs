using System.Data.Common;
using Xemelios.Domain.Habilitations;
using Xemelios.Domain.Valeurs;
using Xemelios.Query.Bulletins;

namespace Xemelios.Query.Comparaisons;

/// <summary>Compares, line by line, two bulletins, or all the bulletins of an agent in two months.</summary>
public sealed record ComparaisonDeLignesQuestion : IQuestionNominative
{
    private readonly BulletinQuestion _avant;
    private readonly BulletinQuestion _apres;

    private ComparaisonDeLignesQuestion(BulletinQuestion avant, BulletinQuestion apres) => (_avant, _apres) = (avant, apres);

    public static ComparaisonDeLignesQuestion DeBulletins(AdresseDeBulletin avant, AdresseDeBulletin apres) =>
        new(BulletinQuestion.ALAdresse(avant), BulletinQuestion.ALAdresse(apres));

    public static ComparaisonDeLignesQuestion DeMois(string siret, string matricule, MoisDePaye avant, MoisDePaye apres) =>
        new(BulletinQuestion.DUnAgent(siret, avant, matricule), BulletinQuestion.DUnAgent(siret, apres, matricule));

    /// <summary>Null when one of the sides holds nothing that the reader may see.</summary>
    public ComparaisonDeLignes? Executer(DbConnection connexion, Perimetre perimetre)
    {
        this.Autoriser(perimetre);
        // Accounts are compared before they are masked.
        var enClair = perimetre.Montrant(perimetre.Visibles | DonneesProtegees.CompteBancaire);
        var (avant, apres) = (_avant.Executer(connexion, enClair), _apres.Executer(connexion, enClair));
        return avant.Count == 0 || apres.Count == 0 ? null : ComparaisonDeLignes.De(avant, apres).Masquer(perimetre);
    }
}
