using Xemelios.Domain.Habilitations;

namespace Xemelios.Store.Gestion.Comptes;

/// <summary>How postes and collectivités are written, and what their dates must be.</summary>
internal static class ReglesDePoste
{
    private const int CodeMax = 20;
    private const int LibelleMax = 200;

    /// <summary>The collectivité is of its poste on this day.</summary>
    public static bool Contient(CollectiviteDePoste collectivite, DateOnly jour) =>
        (collectivite.Du is not { } du || du <= jour) && (collectivite.Au is not { } au || jour <= au);

    public static PosteComptable Lu(PosteComptable poste) =>
        Erreur(poste.Code.Trim(), poste.Libelle.Trim()) is { } erreur
            ? throw new PosteInvalideException(erreur)
            : new PosteComptable(poste.Code.Trim(), poste.Libelle.Trim());

    public static CollectiviteDePoste Lue(CollectiviteDePoste collectivite)
    {
        var lue = collectivite with { Poste = collectivite.Poste.Trim(), Siret = SansEspaces(collectivite.Siret), Libelle = collectivite.Libelle.Trim() };
        var erreur = ErreurDeSiret(lue.Siret) ?? ErreurDeLibelle("Le libellé de la collectivité", lue.Libelle)
            ?? (lue.Au < lue.Du ? "La collectivité quitte le poste avant d'y entrer." : null);
        return erreur is null ? lue : throw new PosteInvalideException(erreur);
    }

    /// <summary>What is wrong with the code or the name of a poste, in French; null when nothing is.</summary>
    public static string? Erreur(string code, string libelle) =>
        code.Length is 0 or > CodeMax || !code.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.')
            ? $"Le code du poste s'écrit en lettres sans accent et en chiffres, {CodeMax} au plus."
            : ErreurDeLibelle("Le libellé du poste", libelle);

    /// <summary>Real files mask or shorten a SIRET: its key is not checked, its length is.</summary>
    public static string? ErreurDeSiret(string siret) =>
        siret.Length is 9 or 14 && siret.All(char.IsAsciiDigit) ? null : "Le SIRET a 14 chiffres (ou 9 : le SIREN, pour tous ses établissements).";

    public static string? ErreurDeLibelle(string champ, string libelle) =>
        libelle.Length is 0 or > LibelleMax || libelle.Any(char.IsControl) ? $"{champ} a de 1 à {LibelleMax} caractères, sans tabulation ni saut de ligne." : null;

    public static string SansEspaces(string texte) => string.Concat(texte.Where(c => !char.IsWhiteSpace(c)));

    /// <summary>A collectivité has one poste at a time: two would each see the other's pay.</summary>
    public static void VerifierLesDates(CollectiviteDePoste collectivite, IEnumerable<CollectiviteDePoste> autres)
    {
        if (autres.FirstOrDefault(autre => SeRecouvrent(collectivite, autre)) is { } autre)
            throw new CollectiviteDejaRattacheeException(collectivite.Siret, autre.Poste);
    }

    public static bool SeRecouvrent(CollectiviteDePoste une, CollectiviteDePoste autre) =>
        (ReglesDHabilitation.Couvre(une.Siret, autre.Siret) || ReglesDHabilitation.Couvre(autre.Siret, une.Siret))
        && (une.Du ?? DateOnly.MinValue) <= (autre.Au ?? DateOnly.MaxValue) && (autre.Du ?? DateOnly.MinValue) <= (une.Au ?? DateOnly.MaxValue);
}
