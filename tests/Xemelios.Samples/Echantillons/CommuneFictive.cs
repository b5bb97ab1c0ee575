namespace Xemelios.Samples;

/// <summary>The municipality of <c>data-samples</c>: February is right, March has what there is to find.</summary>
internal static class CommuneFictive
{
    public const long EcartPlante = 12_34;
    public const string NatureFausse = "64118";

    private const int Effectif = 300;

    public static EmployeurFictif Employeur { get; } = new(SiretFictif.Creer("21", 1), "Commune de Saint-Exemple", ProfilDePaye.Commune);

    public static MoisDePaye Fevrier()
    {
        var hasard = Source();
        return Mois(hasard, Agents(hasard), 2);
    }

    /// <summary>Two leave, two enter, some are promoted; the pieces of the month are referred to.</summary>
    public static (MoisDePaye Mois, List<PieceFictive> Pieces) Mars()
    {
        var hasard = Source();
        var agents = Agents(hasard);
        var entrants = GenerateurDAgents.Effectif(hasard.Branche("entrants"), ProfilDePaye.Commune, 2, Effectif + 1);
        agents = [.. agents.Where(a => a.Matricule is not "000017" and not "000142"), .. entrants];
        agents = [.. agents.Select((a, i) => i % 40 == 3 ? a with { Echelon = a.Echelon + 1, Indice = a.Indice + 7 } : a)];
        var mois = Mois(hasard, agents, 3);
        var promus = mois.Bulletins.Select((b, i) => i % 40 == 3 ? b with { Evenements = [new("AVT", "avancement d'échelon au 01/03/2026")] } : b);
        var nouveaux = promus.Select(b => entrants.Contains(b.Agent) ? b with { Evenements = [new("ENT", "recrutement au 01/03/2026")] } : b);
        var pieces = GenerateurDePieces.Pieces(hasard.Branche("pieces"), "COM202603", Employeur.Nom, presentes: 16, manquantes: 2, orphelines: 1);
        return (GenerateurDePieces.Rattacher(hasard.Branche("references"), mois with { Bulletins = [.. nouveaux] }, pieces), pieces);
    }

    public static MoisDePaye Elus(int mois)
    {
        var hasard = Source();
        var elus = GenerateurDAgents.Elus(hasard.Branche("elus"), 12, 900_001);
        return GenerateurDeMois.De(hasard.Branche("indemnites"), Employeur, elus, 2026, mois) with { Budget = "00", Train = "ELUS" };
    }

    private static Hasard Source() => new(2026);

    private static List<AgentFictif> Agents(Hasard hasard) => GenerateurDAgents.Effectif(hasard.Branche("agents"), ProfilDePaye.Commune, Effectif);

    private static MoisDePaye Mois(Hasard hasard, List<AgentFictif> agents, int mois) =>
        GenerateurDeMois.De(hasard.Branche("bulletins"), Employeur, agents, 2026, mois) with { Budget = "00" };
}
