using Xemelios.Query.EtatsLiquidatifs;
using Xemelios.Query.Rapprochements;
using Xemelios.Web.Components;

namespace Xemelios.Web.Pages.EtatsLiquidatifs;

/// <summary>What an état is and how its répartition is carried, in the words of its readers.</summary>
public static class MotsDeLEtat
{
    /// <summary>The budget and its label.</summary>
    /// <param name="court">Under a head that says "Budget" already.</param>
    public static string Budget(EtatDePaye etat, bool court = false)
    {
        if (etat.Budget is null)
            return "sans budget";
        return $"{(court ? "" : "budget ")}{etat.Budget}{(etat.BudgetLibelle is null ? "" : $" – {etat.BudgetLibelle}")}";
    }

    public static string Mois(EtatDePaye etat) => FormatFrancais.Mois(etat.Annee, etat.Mois);

    /// <summary>The train; what has none is the usual pay of the month.</summary>
    public static string Train(EtatDePaye etat, bool tous) =>
        etat.Train is not null ? $"train {etat.Train}" : tous ? "tous trains" : "train principal";

    /// <summary>The convention of RepartitionParNature over the volumes of the état.</summary>
    public static string Repartition(RepartitionDEtat repartition, int volumes) => repartition.Mode switch
    {
        ModeDeRepartition.Absente => "Les fichiers ne donnent pas de répartition par nature.",
        _ when repartition.TrainsRepartis < repartition.Trains =>
            $"{(repartition.TrainsRepartis == 1 ? "Un seul" : FormatFrancais.Entier(repartition.TrainsRepartis))} des {FormatFrancais.Entier(repartition.Trains)} trains "
            + $"{(repartition.TrainsRepartis == 1 ? "porte" : "portent")} une répartition par nature.",
        _ when repartition.Trains > 1 => $"Chacun des {FormatFrancais.Entier(repartition.Trains)} trains a sa répartition par nature : elles s'additionnent.",
        ModeDeRepartition.PremierVolume when volumes < 2 => "La répartition par nature est celle du fichier.",
        ModeDeRepartition.PremierVolume => $"Un seul des {FormatFrancais.Entier(volumes)} volumes porte la répartition, pour l'état entier.",
        ModeDeRepartition.ParVolume => "Chaque volume porte la répartition de ses bulletins : elles s'additionnent.",
        ModeDeRepartition.TotalRepete => "Chaque volume répète la répartition de l'état entier : elle est comptée une fois.",
        _ => throw new ArgumentOutOfRangeException(nameof(repartition)),
    };

    /// <summary>The name under which <c>Pastille</c> knows a status.</summary>
    public static string Cle(StatutDeRapprochement statut) => statut switch
    {
        StatutDeRapprochement.Conforme => "conforme",
        StatutDeRapprochement.Ecart => "ecart",
        _ => "sans_mandat",
    };

    /// <inheritdoc cref="Cle(StatutDeRapprochement)"/>
    public static string Cle(StatutDeLigne statut) => statut switch
    {
        StatutDeLigne.Conforme => "conforme",
        StatutDeLigne.Ecart => "ecart",
        StatutDeLigne.NonMandate => "non_mandate",
        _ => "mandate_sans_paye",
    };

    /// <inheritdoc cref="Cle(StatutDeRapprochement)"/>
    public static string Cle(StatutDeRepartition statut) => statut switch
    {
        StatutDeRepartition.Conforme => "conforme",
        StatutDeRepartition.Ecart => "ecart",
        _ => "absente",
    };
}
