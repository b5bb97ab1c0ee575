using System.Data.Common;
using Xemelios.Domain.Habilitations;
using Xemelios.Domain.Valeurs;

namespace Xemelios.Query.Comparaisons;

/// <summary>One of the seven searches of XéMéLios over any two months of an employer.</summary>
/// <remarks>
/// A threshold of zero leaves out who has not changed. In percent, it is a share of the first month's value, without its sign; from zero any
/// change is enough. Several bulletins in a month: their gross and their net add up, the highest indice counts, the accounts are
/// compared as a set.
/// </remarks>
public sealed record RecherchePredefinieQuestion(RecherchePredefinie Recherche, DemandeDeComparaison Demande) : IQuestionNominative
{
    private const int TailleMaximale = 500;

    /// <summary>At least so much, in <see cref="Unite"/>.</summary>
    public decimal Seuil { get; init; }

    public UniteDeSeuil Unite { get; init; }

    public RevenuCompare Sur { get; init; }

    /// <summary>From 1; beyond the end, the last page.</summary>
    public int Page { get; init; } = 1;

    /// <summary>500 at most.</summary>
    public int TaillePage { get; init; } = 100;

    /// <summary>All rows on one page: what an export writes.</summary>
    public bool Tout { get; init; }

    /// <exception cref="EtatIntrouvableException">one of the two months holds nothing that the reader may see.</exception>
    public ResultatPredefini Executer(DbConnection connexion, Perimetre perimetre)
    {
        this.Autoriser(perimetre);
        SqlDeComparaison.Exiger(connexion, perimetre, Demande);
        SqlDeComparaison.Preparer(connexion, perimetre, Demande);
        var taille = Tout ? int.MaxValue : Math.Clamp(TaillePage, 1, TailleMaximale);
        var totaux = Requete(connexion, perimetre, "SELECT count(*), sum(brut_avant), sum(brut_apres), sum(net_avant), sum(net_apres) FROM choisi")
            .Lire(r => new TotauxCompares(r.Entier(), r.Somme(), r.Somme(), r.Somme(), r.Somme())).Single();
        var page = Tout ? 1 : Math.Clamp(Page, 1, Math.Max(1, (totaux.Agents + taille - 1) / taille));
        var lus = Requete(connexion, perimetre, """
            SELECT c.agent, c.sorte, c.texte_avant, c.texte_apres, c.valeur_avant, c.valeur_apres
            FROM choisi c JOIN agent a ON a.id = c.agent ORDER BY a.nom, a.prenom, a.matricule, c.agent LIMIT $taille OFFSET $debut
            """).Avec("taille", taille).Avec("debut", (page - 1) * taille).Lire(r => Lu(r, perimetre));
        var agents = new DetailsDesAgents(connexion, perimetre, Demande).Lire(lus.Select(l => l.Agent));
        return new ResultatPredefini(this, totaux, [.. lus.Select(l => l.Avec(agents[l.Agent]))], page, taille);
    }

    private Requete Requete(DbConnection connexion, Perimetre perimetre, string sql)
    {
        var requete = SqlDeComparaison.Requete(connexion, perimetre, Demande, $"{Choisi} {sql}");
        return Recherche is RecherchePredefinie.VariationsDeRevenu or RecherchePredefinie.VariationsDIndice
            ? requete.Avec("seuil", Seuil).Avec("pourcent", Unite == UniteDeSeuil.Pourcent)
            : requete;
    }

    /// <summary><c>choisi</c>: the agents of the answer, each with what it shows before and after.</summary>
    private string Choisi => Recherche switch
    {
        RecherchePredefinie.Entrants => Presence("apres > 0 AND avant = 0"),
        RecherchePredefinie.Sortants => Presence("apres = 0"),
        RecherchePredefinie.EntrantsEtSortants => Presence("apres = 0 OR avant = 0"),
        RecherchePredefinie.VariationsDeRevenu => Sur == RevenuCompare.Brut
            ? Variation(SorteDeChangement.Brut, "SELECT personne, brut_avant AS x, brut_apres AS y FROM face")
            : Variation(SorteDeChangement.Net, "SELECT personne, net_avant AS x, net_apres AS y FROM face"),
        RecherchePredefinie.VariationsDIndice => Variation(SorteDeChangement.Indice, """
            SELECT p.personne, max(a.indice) FILTER (NOT p.apres) AS x, max(a.indice) FILTER (p.apres) AS y
            FROM paye p JOIN agent a ON a.id = p.agent GROUP BY p.personne
            """),
        RecherchePredefinie.VariationDeRib => Textes(SorteDeChangement.Rib, $"""
            SELECT p.personne, string_agg(DISTINCT {SqlDeComparaison.Rib}, ' / ' ORDER BY {SqlDeComparaison.Rib}) FILTER (NOT p.apres) AS x,
                   string_agg(DISTINCT {SqlDeComparaison.Rib}, ' / ' ORDER BY {SqlDeComparaison.Rib}) FILTER (p.apres) AS y
            FROM paye p JOIN agent a ON a.id = p.agent WHERE p.personne IN (SELECT personne FROM face WHERE decrit) GROUP BY p.personne
            """, "f.apres > 0 AND f.avant > 0 AND v.x IS DISTINCT FROM v.y"),
        _ => Textes(SorteDeChangement.Budgets, """
            SELECT p.personne, string_agg(DISTINCT trim(r.code_budget), ' / ' ORDER BY trim(r.code_budget)) FILTER (NOT p.apres) AS x,
                   string_agg(DISTINCT trim(r.code_budget), ' / ' ORDER BY trim(r.code_budget)) FILTER (p.apres) AS y,
                   count(DISTINCT upper(regexp_replace(r.code_budget, '\s', '', 'g'))) FILTER (p.apres) AS budgets
            FROM repartition_budget r JOIN paye p ON p.id = r.bulletin GROUP BY p.personne
            """, "v.budgets > 1"),
    };

    private static string Presence(string condition) => $"""
        , choisi AS (SELECT *, CASE WHEN apres = 0 THEN {(int)SorteDeChangement.Sortant} ELSE {(int)SorteDeChangement.Entrant} END AS sorte,
            NULL::VARCHAR AS texte_avant, NULL::VARCHAR AS texte_apres, brut_avant AS valeur_avant, brut_apres AS valeur_apres FROM face WHERE {condition})
        """;

    private static string Variation(SorteDeChangement sorte, string valeurs) => $"""
        , choisi AS (SELECT f.*, {(int)sorte} AS sorte, v.x::VARCHAR AS texte_avant, v.y::VARCHAR AS texte_apres, v.x::DECIMAL(18,2) AS valeur_avant, v.y::DECIMAL(18,2) AS valeur_apres
            FROM face f JOIN ({valeurs}) v ON v.personne = f.personne
            WHERE f.apres > 0 AND f.avant > 0 AND v.x <> v.y AND abs(v.y - v.x) >= CASE WHEN $pourcent THEN abs(v.x) * $seuil / 100 ELSE $seuil END)
        """;

    private static string Textes(SorteDeChangement sorte, string valeurs, string condition) => $"""
        , choisi AS (SELECT f.*, {(int)sorte} AS sorte, v.x AS texte_avant, v.y AS texte_apres, NULL::DECIMAL(18,2) AS valeur_avant, NULL::DECIMAL(18,2) AS valeur_apres
            FROM face f JOIN ({valeurs}) v ON v.personne = f.personne WHERE {condition})
        """;

    private static ChangementLu Lu(Rangee r, Perimetre perimetre)
    {
        var agent = r.Entier();
        var sorte = (SorteDeChangement)r.Entier();
        var (avant, apres) = (r.Texte(), r.Texte());
        if (sorte == SorteDeChangement.Rib)
            (avant, apres) = (CompteMasque.De(avant, perimetre), CompteMasque.De(apres, perimetre));
        return new ChangementLu(sorte, 0, agent)
        {
            Avant = avant, Apres = apres,
            MontantAvant = sorte == SorteDeChangement.Indice ? null : r.MontantOuNul(),
            MontantApres = sorte == SorteDeChangement.Indice ? null : r.MontantOuNul(),
        };
    }
}

/// <summary>The agents that a predefined search finds, a page of them, with totals over all.</summary>
/// <param name="Lignes">By name. Entrants and sortants show their gross before and after.</param>
public sealed record ResultatPredefini(
    RecherchePredefinieQuestion Question, TotauxCompares Totaux, IReadOnlyList<Changement> Lignes, int Page, int TaillePage);

/// <summary>Sums over all the agents found.</summary>
public sealed record TotauxCompares(int Agents, Montant BrutAvant, Montant BrutApres, Montant NetAvant, Montant NetApres);
