using Xemelios.Query.EtatsLiquidatifs;

namespace Xemelios.Web.Pages.EtatsLiquidatifs;

/// <summary>How the rows of an axis are made, when the files do not write it on the lines: said above the table.</summary>
public static class PhrasesDImputation
{
    public static string? Dire(AxeDEtat axe, ReglesDImputation regles) => axe switch
    {
        AxeDEtat.Chapitre => Chapitre(regles.Nomenclature),
        AxeDEtat.Fonction => Fonction(regles.Fonctions),
        AxeDEtat.Budget => "Un bulletin de plusieurs budgets est partagé selon sa répartition budgétaire (taux ou montants), au centime ; ce que l'arrondi laisse "
            + "est porté par son premier budget. Un bulletin sans répartition est tout entier au budget du fichier. Un bulletin partagé est compté dans chacun de ses budgets.",
        AxeDEtat.Etablissement => "Un bulletin sans bloc Établissement est celui de l'employeur lui-même.",
        _ => null,
    };

    /// <summary>Where the amounts by fonction of the récapitulatif come from; null without any.</summary>
    public static string? DireLesFonctions(ReglesDImputation regles) => regles.Fonctions switch
    {
        OrigineDesFonctions.Repartition => "Fonctions : selon la répartition par nature des fichiers.",
        OrigineDesFonctions.Mandats => "Fonctions : selon les mandats liés.",
        _ => null,
    };

    private static string Chapitre(NomenclatureComptable nomenclature) => nomenclature == NomenclatureComptable.M21
        ? "Chapitre déduit de la nature, comptes M21 ou M22 (FinJur dans les mandats, ou comptes 642) : 621, 631, 633 et 64 au titre 1. Ce qui ne s'en déduit pas a sa ligne."
        : "Chapitre déduit de la nature, comptes M57 ou M14 : 621, 631, 633 et 64 au chapitre 012, 653 (élus) au chapitre 65, 6419, 6459 et 6479 au chapitre 013. "
            + "Ce qui ne s'en déduit pas a sa ligne.";

    private static string Fonction(OrigineDesFonctions origine) => origine switch
    {
        OrigineDesFonctions.Aucune => "Ni la répartition par nature ni les mandats liés ne donnent de fonction : les lignes de paye n'en portent pas.",
        _ => $"Les lignes de paye ne portent pas de fonction : elle vient {(origine == OrigineDesFonctions.Repartition ? "de la répartition par nature" : "des mandats liés")}. "
            + "Une nature qui n'a qu'une fonction la donne à ses lignes ; celles d'une nature à plusieurs fonctions ne se départagent pas et restent ensemble (« ? » : montant sans fonction). "
            + "Le récapitulatif donne les montants de chacune.",
    };
}
