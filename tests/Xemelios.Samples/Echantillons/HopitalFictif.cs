namespace Xemelios.Samples;

/// <summary>The hospital of <c>data-samples</c>: signed convention, M21 accounts, everything agrees.</summary>
internal static class HopitalFictif
{
    public static EmployeurFictif Employeur { get; } = new(SiretFictif.Creer("26", 1), "Centre hospitalier de Saint-Exemple", ProfilDePaye.Hopital)
    {
        Rue = "99 avenue de l'Hôpital",
        CodePoste = "099002",
        CodeCollectivite = "456",
    };

    public static (MoisDePaye Mois, List<PieceFictive> Pieces) Mars()
    {
        var hasard = new Hasard(21);
        var agents = GenerateurDAgents.Effectif(hasard.Branche("agents"), ProfilDePaye.Hopital, 120);
        var mois = GenerateurDeMois.De(hasard.Branche("bulletins"), Employeur, agents, 2026, 3) with { Budget = "00", Convention = ConventionDeSigne.Signee };
        var pieces = GenerateurDePieces.Pieces(hasard.Branche("pieces"), "HOP202603", Employeur.Nom, presentes: 5, manquantes: 0, orphelines: 0);
        return (GenerateurDePieces.Rattacher(hasard.Branche("references"), mois, pieces), pieces);
    }
}
