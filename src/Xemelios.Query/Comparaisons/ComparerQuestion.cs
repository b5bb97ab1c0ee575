using System.Data.Common;
using System.Text.Json.Serialization;
using Xemelios.Domain.Habilitations;
using Xemelios.Domain.Valeurs;

namespace Xemelios.Query.Comparaisons;

/// <summary>All that differs between two months of an employer, without limit: what scripts read.</summary>
public sealed record ComparerQuestion(DemandeDeComparaison Demande) : IQuestionNominative
{
    /// <exception cref="EtatIntrouvableException">one of the two months holds nothing that the reader may see.</exception>
    public Comparaison Executer(DbConnection connexion, Perimetre perimetre)
    {
        this.Autoriser(perimetre);
        SqlDeComparaison.Exiger(connexion, perimetre, Demande);
        SqlDeComparaison.Preparer(connexion, perimetre, Demande);
        var presences = AttributsCompares.Presences(connexion, perimetre, Demande, int.MaxValue);
        var attributs = AttributsCompares.Attribues(connexion, perimetre, Demande, int.MaxValue);
        var rubriques = RubriquesComparees.Differentes(connexion, perimetre, Demande);
        var revenus = Revenus(connexion, perimetre, out var totaux);
        var agents = new DetailsDesAgents(connexion, perimetre, Demande).Lire([.. presences.Concat(attributs).Concat(rubriques).Concat(revenus).Select(l => l.Agent)]);

        return new Comparaison(
            Demande,
            [.. presences.Where(p => p.Sorte == SorteDeChangement.Entrant).Select(p => Ligne(agents[p.Agent]))],
            [.. presences.Where(p => p.Sorte == SorteDeChangement.Sortant).Select(p => Ligne(agents[p.Agent]))],
            [.. attributs.Concat(revenus).Select(a => Variation(a, agents[a.Agent])).OrderBy(v => v.Matricule, StringComparer.Ordinal).ThenBy(v => v.Sorte)],
            [.. rubriques.Select(r => Rubrique(r, agents[r.Agent]))],
            totaux);
    }

    /// <summary>The agents of both months whose gross or net differs, and the sums of all agents.</summary>
    private List<ChangementLu> Revenus(DbConnection connexion, Perimetre perimetre, out TotauxDeComparaison totaux)
    {
        totaux = Lire($"""
            SELECT count(*) FILTER (avant > 0), count(*) FILTER (apres > 0), sum(brut_avant), sum(brut_apres), sum(net_avant), sum(net_apres) FROM face
            """, r => new TotauxDeComparaison(r.Entier(), r.Entier(), r.Somme(), r.Somme(), r.Somme(), r.Somme())).Single();
        return [.. Lire("""
            SELECT agent, brut_avant, brut_apres, net_avant, net_apres FROM face
            WHERE avant > 0 AND apres > 0 AND (brut_avant <> brut_apres OR net_avant <> net_apres)
            """, r => (Agent: r.Entier(), Brut: (r.Somme(), r.Somme()), Net: (r.Somme(), r.Somme())))
            .SelectMany(x => new[] { Revenu(SorteDeChangement.Brut, x.Agent, x.Brut), Revenu(SorteDeChangement.Net, x.Agent, x.Net) })
            .Where(l => l.MontantAvant != l.MontantApres)];

        List<T> Lire<T>(string sql, Func<Rangee, T> lire) =>
            SqlDeComparaison.Requete(connexion, perimetre, Demande, sql).Lire(lire);
    }

    private static ChangementLu Revenu(SorteDeChangement sorte, int agent, (Montant Avant, Montant Apres) sommes) => new(sorte, 0, agent)
    {
        Avant = sommes.Avant.ToString(), Apres = sommes.Apres.ToString(), MontantAvant = sommes.Avant, MontantApres = sommes.Apres,
    };

    private static AgentEntreOuSorti Ligne(AgentCompare a) =>
        new(a.Matricule, a.Nom, a.Prenom, (a.Apres ?? a.Avant)!.Brut, (a.Apres ?? a.Avant)!.Net, a.Justificatifs.Presentes, a.Justificatifs.Manquantes);

    private static VariationDAgent Variation(ChangementLu lu, AgentCompare a) =>
        new(a.Matricule, a.Nom, a.Prenom, lu.Sorte, lu.Avant, lu.Apres);

    private static LigneDeRubrique Rubrique(ChangementLu lu, AgentCompare a) =>
        new(a.Matricule, lu.Rubrique!.Categorie.ToString(), lu.Rubrique.Code, lu.Rubrique.Libelle, lu.MontantAvant, lu.MontantApres);
}

/// <summary>Two months of an employer compared.</summary>
/// <param name="Variations">Attributes, gross and net of the agents paid in both months.</param>
/// <param name="Lignes">Rubriques of the agents paid in both months whose sum differs.</param>
public sealed record Comparaison(
    [property: JsonIgnore] DemandeDeComparaison Demande, IReadOnlyList<AgentEntreOuSorti> Entrants, IReadOnlyList<AgentEntreOuSorti> Sortants,
    IReadOnlyList<VariationDAgent> Variations, IReadOnlyList<LigneDeRubrique> Lignes, TotauxDeComparaison Totaux);

/// <summary>An agent of one month only, with what it was paid then.</summary>
public sealed record AgentEntreOuSorti(string? Matricule, string? Nom, string? Prenom, Montant Brut, Montant Net, int JustificatifsPresents, int JustificatifsManquants);

/// <summary>One attribute of one agent; amounts are written as in all JSON answers.</summary>
public sealed record VariationDAgent(
    string? Matricule, string? Nom, string? Prenom, [property: JsonPropertyName("champ")] SorteDeChangement Sorte, string? Avant, string? Apres);

/// <summary>One rubrique of one agent: sums before and after, null where it has none.</summary>
public sealed record LigneDeRubrique(string? Matricule, string Categorie, string? Code, string? Libelle, Montant? Avant, Montant? Apres);

/// <summary>Sums over all agents of each month.</summary>
public sealed record TotauxDeComparaison(int AgentsAvant, int AgentsApres, Montant BrutAvant, Montant BrutApres, Montant NetAvant, Montant NetApres);
