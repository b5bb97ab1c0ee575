using Xemelios.Query.Passages;

namespace Xemelios.Web.Pages.Passage;

/// <summary>The words of a proposed table de passage.</summary>
public static class MotsDeLaProposition
{
    public static string Raison(RaisonDeProposition raison) => raison switch
    {
        RaisonDeProposition.SommesExactes => "Sommes exactes",
        RaisonDeProposition.Libelle => "Libellé et compte : les montants iraient aussi bien ailleurs",
        RaisonDeProposition.MoindreEcart => "Moindre écart : la nature ne tombe pas juste",
        _ => "Libellé et compte : aucun montant à comparer",
    };

    public static string Suite(SuiteDeProposition suite) => suite switch
    {
        SuiteDeProposition.Confirmee => "conforme",
        SuiteDeProposition.Differente => "differente",
        _ => "proposee",
    };

    public static string Source(SourceDesNatures source) => source == SourceDesNatures.Repartition ? "Répartition par nature" : "Mandats";
}
