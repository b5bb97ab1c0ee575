using Xemelios.Domain.Valeurs;
using Xemelios.Query.Comparaisons;

namespace Xemelios.Cli.Sorties;

/// <summary>A comparison as tables, for a person at a terminal.</summary>
internal static class ComparaisonEnTexte
{
    public static void Ecrire(Comparaison c, Execution execution)
    {
        Agents("Entrants", c.Entrants, execution);
        Agents("Sortants", c.Sortants, execution);
        var variations = new Tableau("Matricule", "Nom", "Champ", "Avant", "Après");
        foreach (var v in c.Variations)
            variations.Ligne(v.Matricule, $"{v.Nom} {v.Prenom}", v.Sorte.Libelle(), v.Avant, v.Apres);
        variations.Sur(execution.Sortie);
        var lignes = new Tableau("Matricule", "Catégorie", "Code", "Libellé", ">Avant", ">Après", ">Différence");
        foreach (var l in c.Lignes)
            lignes.Ligne(l.Matricule, l.Categorie, l.Code, l.Libelle, l.Avant, l.Apres, (l.Apres ?? Montant.Zero) - (l.Avant ?? Montant.Zero));
        lignes.Sur(execution.Sortie);
        execution.Sortie.WriteLine(
            $"{c.Totaux.AgentsAvant} agents puis {c.Totaux.AgentsApres} ; brut {Tableau.Ecrire(c.Totaux.BrutAvant)} puis {Tableau.Ecrire(c.Totaux.BrutApres)} ; net {Tableau.Ecrire(c.Totaux.NetAvant)} puis {Tableau.Ecrire(c.Totaux.NetApres)}.");
    }

    private static void Agents(string titre, IReadOnlyList<AgentEntreOuSorti> agents, Execution execution)
    {
        execution.Sortie.WriteLine($"{titre} : {agents.Count}");
        var tableau = new Tableau("Matricule", "Nom", ">Brut", ">Net", ">Justificatifs présents", ">Manquants");
        foreach (var a in agents)
            tableau.Ligne(a.Matricule, $"{a.Nom} {a.Prenom}", a.Brut, a.Net, a.JustificatifsPresents, a.JustificatifsManquants);
        tableau.Sur(execution.Sortie);
    }
}
