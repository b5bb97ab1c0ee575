namespace Xemelios.Samples;

/// <summary>ELU.</summary>
internal static class CasDesElus
{
    public static IEnumerable<CasDeRegle> Tous() => [Indemnites(), Maximum()];

    private static CasDeRegle Indemnites() => new CasDeRegle("ELU-01")
        .Constat(null, Elu("MAIRE", 500m) with { Mois = "2026-02" }, Elu("MAIRE", 500m))
        .Constat(null, Elu("ADJOINTE", 300m) with { Emploi = "Adjointe au maire", Et = [new(Categorie.RemDivers, "3100", "Frais de représentation", 40m)] })
        .Constat(null, Elu("EN-TRAITEMENT", 0m) with { Lignes = [new PayeDeCas("X").Traitement(450m)] })
        .Constat(null, Elu("UN-EURO", 1m))
        .NonEvaluable(Elu("SANS-LIGNE", 0m) with { Lignes = [], Brut = 500m })
        .SansObjet(new PayeDeCas("AGENT"), new PayeDeCas("VACATAIRE") with { Emploi = "Vacataire" }, Elu("SANS-INDEMNITE", 0m));

    private static CasDeRegle Maximum() => new CasDeRegle("ELU-02")
        .Fournit("elus", "matricule;maximum;debut;fin", "TROP;500;;", "AU-MAXIMUM;500;;", "PEU;0.40;;", "DEUX-BULLETINS;500;;", "DEBUT;500;2026-03-31;", "FIN;500;;2026-03-01", "ANCIEN;500;;2026-02-28", "FUTUR;500;2026-04-01;", "AGENT;500;;", "REVOTE;400;2020-01-01;2026-03-15", "REVOTE;500;2026-03-16;")
        .Constat(0.06m, Elu("TROP", 500.06m))
        .Constat(0.10m, Elu("PEU", 0.50m))
        .Constat(100m, Elu("DEUX-BULLETINS", 300m), Elu("DEUX-BULLETINS", 300m))
        .Constat(100m, Elu("DEBUT", 600m))
        .Constat(100m, Elu("FIN", 600m))
        .Conforme(Elu("AU-MAXIMUM", 500.05m), Elu("REVOTE", 500m))
        .NonEvaluable(Elu("ANCIEN", 600m), Elu("FUTUR", 600m), Elu("SANS-VOTE", 600m))
        .SansObjet(new PayeDeCas("AGENT"), Elu("SANS-INDEMNITE", 0m));

    private static PayeDeCas Elu(string matricule, decimal montant) => new PayeDeCas(matricule) with
    {
        Statut = "AUTRE_STATUT", Emploi = "Maire", Grade = null, Quotite = 12, Indice = 821, Lignes = [new(Categorie.Indemnite, "2100", "Indemnité de fonction", montant)],
    };
}
