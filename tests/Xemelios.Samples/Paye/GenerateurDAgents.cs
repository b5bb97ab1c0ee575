using System.Globalization;

namespace Xemelios.Samples;

/// <summary>Invents agents.</summary>
public static class GenerateurDAgents
{
    /// <summary>Agents of an employer, matricules numbered from <paramref name="premier"/>.</summary>
    public static List<AgentFictif> Effectif(Hasard hasard, ProfilDePaye profil, int nombre, int premier = 1)
    {
        var agents = new List<AgentFictif>(nombre);
        for (var i = 0; i < nombre; i++)
            agents.Add(Agent(hasard, Population(hasard, profil), premier + i));
        return agents;
    }

    /// <summary>Élus of a municipality: mayor first.</summary>
    public static List<AgentFictif> Elus(Hasard hasard, int nombre, int premier)
    {
        var elus = new List<AgentFictif>(nombre);
        for (var i = 0; i < nombre; i++)
        {
            var titre = i == 0 ? "Maire" : i <= 5 ? $"Adjoint au maire n° {i}" : "Conseiller municipal délégué";
            elus.Add(Agent(hasard, Samples.Population.Elu, premier + i) with
            {
                Emploi = titre,
                Grade = "",
                Service = "Élus",
                Prime = i == 0 ? 226_100 : i <= 5 ? 90_440 : 24_664,
                Indice = 0,
                Echelon = 0,
                NbEnfants = 0,
                Nbi = 0,
                Quotite = 100m,
            });
        }

        return elus;
    }

    private static Population Population(Hasard hasard, ProfilDePaye profil) => (profil, hasard.Entre(1, 10)) switch
    {
        (ProfilDePaye.Commune, <= 7) => Samples.Population.Titulaire,
        (ProfilDePaye.Commune, _) => Samples.Population.Contractuel,
        (_, <= 6) => Samples.Population.HospitalierTitulaire,
        (_, <= 8) => Samples.Population.HospitalierContractuel,
        _ => Samples.Population.Praticien,
    };

    private static AgentFictif Agent(Hasard hasard, Population population, int numero)
    {
        var femme = hasard.Parfois(55);
        var hopital = population is Samples.Population.HospitalierTitulaire or Samples.Population.HospitalierContractuel or Samples.Population.Praticien;
        var (grade, emploi, indice) = population == Samples.Population.Praticien
            ? ("Praticien hospitalier", "Médecin", 665)
            : hasard.Parmi(hopital ? NomsFictifs.Hospitalier : NomsFictifs.Territorial);
        var echelon = hasard.Entre(1, 11);
        return new AgentFictif
        {
            Matricule = numero.ToString("000000", CultureInfo.InvariantCulture),
            Population = population,
            Civilite = femme ? "MME" : "M.",
            Nom = hasard.Parmi(NomsFictifs.Noms),
            NomDeNaissance = femme && hasard.Parfois(30) ? hasard.Parmi(NomsFictifs.Noms) : "",
            Prenom = hasard.Parmi(NomsFictifs.Prenoms),
            Nir = NirFictif(hasard, femme, numero),
            Rue = $"{hasard.Entre(1, 98)} {hasard.Parmi(NomsFictifs.Rues)}",
            NbEnfants = hasard.Parfois(60) ? 0 : hasard.Entre(1, 4),
            Emploi = emploi,
            Grade = grade,
            Echelon = echelon,
            Indice = indice + 7 * (echelon - 1),
            Service = hasard.Parmi(hopital ? NomsFictifs.ServicesHospitaliers : NomsFictifs.Services),
            Quotite = hasard.Parfois(80) ? 100m : hasard.Parmi([50m, 65.71m, 80m, 90m]),
            Nbi = population == Samples.Population.Titulaire && hasard.Parfois(12) ? hasard.Parmi([10, 15, 25]) : 0,
            Prime = hasard.Entre(80, 600) * 100L + hasard.Entre(0, 99),
            Mutuelle = hasard.Parfois(50) ? hasard.Entre(1800, 6200) : 0,
            TauxImpot = hasard.Parfois(30) ? 0m : hasard.Entre(5, 120) / 10m,
            EnIban = hasard.Parfois(70),
            Compte = numero.ToString("0000000000", CultureInfo.InvariantCulture),
        };
    }

    private static string NirFictif(Hasard hasard, bool femme, int numero) =>
        $"{(femme ? 2 : 1)}{hasard.Entre(60, 99):00}{hasard.Entre(1, 12):00}99{numero % 1000:000}{hasard.Entre(1, 999):000}";
}
