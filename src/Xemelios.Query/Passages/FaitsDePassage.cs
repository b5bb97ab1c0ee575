using System.Data.Common;
using Xemelios.Domain.Habilitations;
using Xemelios.Domain.Paye;
using Xemelios.Domain.Valeurs;
using Xemelios.Query.EtatsLiquidatifs;
using Xemelios.Query.Rapprochements;

namespace Xemelios.Query.Passages;

/// <summary>The lines of one état under one rubrique and one statut, summed.</summary>
/// <param name="Code">Capitals, trimmed; null without.</param>
/// <param name="Statut">Capitals, trimmed; null without.</param>
/// <param name="Nature">That the nomenclature or the table in force gives.</param>
/// <param name="DuFichier">The nature is given by the employer's own files.</param>
internal sealed record SommeDeRubrique(
    (int Periode, string Budget) Etat, CategorieDeLigne Categorie, string? Code, string? Statut, string? Libelle, string? Nature, bool DuFichier, Montant Montant);

/// <summary>What an état puts on each nature.</summary>
internal sealed record CiblesDEtat(
    (int Periode, string Budget) Etat, string? BudgetCode, SourceDesNatures Source, IReadOnlyDictionary<string, Montant> Cibles, IReadOnlyDictionary<string, Montant> Mandats);

/// <summary>Reads what a table de passage must explain, over all months of an employer.</summary>
internal sealed class FaitsDePassage
{
    public FaitsDePassage(DbConnection connexion, Perimetre perimetre, string siret)
    {
        Sommes = new Requete(connexion, perimetre, """
            SELECT t.periode, t.budget, t.categorie, upper(trim(t.code)), upper(trim(s.texte)), max(t.libelle), t.nature,
                   coalesce(t.origine_nature = 'nomenclature', false) AS du_fichier, sum(t.montant)
            FROM total_de_paye t JOIN volume_visible v ON v.contenu = t.contenu LEFT JOIN mot s ON s.id = t.statut
            WHERE v.siret = $siret AND (t.est_brut OR t.est_cotisation)
            GROUP BY ALL ORDER BY t.categorie, upper(trim(t.code)), upper(trim(s.texte)), t.periode, t.budget, t.nature
            """).Avec("siret", siret).Lire(r => new SommeDeRubrique((r.Entier(), r.TexteSur()), (CategorieDeLigne)r.Entier(),
                r.Texte() is { Length: > 0 } code ? code : null, r.Texte() is { Length: > 0 } statut ? statut : null, r.Texte(), r.Texte(), r.Booleen(), r.Somme()));
        var dossiers = DossiersDePaye.Charger(connexion, perimetre, siret);
        var etats = dossiers.ParMois.Select(t => (t.Cle, t.BudgetCode, t.Nom, Rapprochement: dossiers.Rapprocher(t.Cle))).ToList();
        Employeur = etats.Select(e => e.Nom).LastOrDefault(n => n is not null);
        Libelles = etats.Count == 0 ? new Dictionary<string, string?>() : etats.SelectMany(e => e.Rapprochement.Lignes)
            .GroupBy(l => l.Nature).ToDictionary(g => g.Key, g => g.Select(l => l.Libelle).LastOrDefault(l => l is not null));
        Etats = [.. etats.Select(e => Cibles(e.Cle, e.BudgetCode, e.Rapprochement)).Where(c => c.Cibles.Count > 0).OrderBy(c => c.Etat)];
    }

    public string? Employeur { get; }

    public IReadOnlyList<SommeDeRubrique> Sommes { get; }

    /// <summary>The états that have a répartition or mandats.</summary>
    public IReadOnlyList<CiblesDEtat> Etats { get; }

    /// <summary>Labels of the natures.</summary>
    public IReadOnlyDictionary<string, string?> Libelles { get; }

    private static CiblesDEtat Cibles(CleDEtat cle, string? budget, Rapprochement rapprochement)
    {
        var mandats = rapprochement.Mandats.Count == 0 ? [] : Par(rapprochement, l => l.Mandate);
        var repartie = rapprochement.StatutRepartition != StatutDeRepartition.Absente;
        return new CiblesDEtat((cle.Periode, cle.Budget), budget, repartie ? SourceDesNatures.Repartition : SourceDesNatures.Mandats,
            repartie ? Par(rapprochement, l => l.Repartition ?? Montant.Zero) : mandats, mandats);
    }

    private static Dictionary<string, Montant> Par(Rapprochement rapprochement, Func<LigneRapprochee, Montant> montant) =>
        rapprochement.Lignes.Where(l => montant(l) != Montant.Zero).ToDictionary(l => l.Nature, montant);
}
