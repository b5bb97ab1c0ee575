using Xemelios.Query.Tests.Donnees;

namespace Xemelios.Query.Tests.EtatsLiquidatifs;

/// <summary>What the axes of an état need beside the usual rows: situations, établissements, shares of budgets, fonctions.</summary>
internal static class SituationsDeTest
{
    /// <summary>Puts the agents of this matricule in a grade and an emploi.</summary>
    public static VolumeDeTest Situer(this VolumeDeTest volume, string matricule, string? grade = null, string? emploi = null)
    {
        var employeur = volume.Employeur;
        if (employeur.Mot(3, grade) is { } g)
            employeur.Entrepot.Connexion.Execute($"UPDATE agent SET grade = {g} WHERE employeur = {employeur.Id} AND matricule = '{matricule}'");
        if (employeur.Mot(2, emploi) is { } e)
            employeur.Entrepot.Connexion.Execute($"UPDATE agent SET emploi = {e} WHERE employeur = {employeur.Id} AND matricule = '{matricule}'");
        return volume;
    }

    /// <summary>The bulletins of this matricule are those of an établissement.</summary>
    public static VolumeDeTest Etablir(this VolumeDeTest volume, int rang, string? siret, string nom, params string[] matricules)
    {
        var entrepot = volume.Employeur.Entrepot;
        entrepot.Inserer("etablissement", new { contenu = volume.Contenu, rang, nom, siret });
        foreach (var matricule in matricules)
            entrepot.Connexion.Execute($"UPDATE paye_individuelle SET etablissement = {rang} WHERE contenu = {volume.Contenu} AND agent IN (SELECT id FROM agent WHERE matricule = '{matricule}')");
        return volume;
    }

    /// <summary>RepartitionBudget of a bulletin, in order; each part has a rate or an amount.</summary>
    public static BulletinDeTest Repartir(this BulletinDeTest bulletin, Entrepot entrepot, params (string Budget, decimal? Taux, decimal? Montant)[] parts)
    {
        foreach (var (part, i) in parts.Select((p, i) => (p, i)))
            entrepot.Inserer("repartition_budget", new { bulletin = bulletin.Id, rang = i + 1, code_budget = part.Budget, taux = part.Taux, montant = part.Montant });
        return bulletin;
    }

    /// <summary>A row of RepartitionParNature on a fonction.</summary>
    public static VolumeDeTest RepartirSurFonction(this VolumeDeTest volume, int rang, string code, string? fonction, decimal montant)
    {
        volume.Employeur.Entrepot.Inserer("repartition", new { contenu = volume.Contenu, rang, code, fonction, montant });
        return volume;
    }
}
