using Xemelios.Domain.Valeurs;

namespace Xemelios.Query.EtatsLiquidatifs;

/// <summary>The declared figures of an état, for one train or for all.</summary>
internal sealed record TotauxDEtat(
    CleDEtat Cle, string Siret, string? Nom, string? BudgetCode, string? BudgetLibelle, string? TrainNom,
    int Volumes, int Bulletins, int Agents, int Lignes, Montant Brut, Montant Net, Montant NetAPayer);

/// <summary>Gross and contributions of one file under one nature, or under one rubrique when it has no nature.</summary>
/// <param name="LignesNonNulles">Lines with an amount other than zero.</param>
internal sealed record SommeDeVolume(
    int Contenu, string? Nature, byte Categorie, string? Code, string? Libelle,
    Montant Brut, Montant Cotisations, int Lignes, int LignesNonNulles)
{
    public Montant Montant => Brut + Cotisations;
}

/// <summary>One file of an état, in volume order, and its répartition block (empty when it carries none).</summary>
internal sealed record VolumeDEtat(int Contenu, CleDEtat Cle, bool EnteteSeul, IReadOnlyList<RangDeRepartition> Repartition);

/// <summary>One row of RepartitionParNature, as written.</summary>
internal sealed record RangDeRepartition(string? Code, string? Libelle, string? Fonction, string? Budget, Montant Montant);

/// <summary>A nature that the employer's own tables know, and its label.</summary>
internal sealed record NatureConnue(int Employeur, string Code, string? Libelle);
