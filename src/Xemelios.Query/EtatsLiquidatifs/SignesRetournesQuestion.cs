using System.Data.Common;
using Xemelios.Domain.Habilitations;
using Xemelios.Domain.Paye;
using Xemelios.Domain.Valeurs;

namespace Xemelios.Query.EtatsLiquidatifs;

/// <summary>The categories that the files of an état write negative and that are turned, with why (format page §7.3).</summary>
public sealed record SignesRetournesQuestion(DemandeDEtat Demande)
{
    public IReadOnlyList<SignesRetournes> Executer(DbConnection connexion, Perimetre perimetre) => new Requete(connexion, perimetre, """
        SELECT s.categorie, s.motif, count(*), sum(s.negatifs)::BIGINT
        FROM convention s JOIN volume_visible v ON v.contenu = s.contenu
        WHERE v.siret = $siret AND v.periode = $periode AND ($budget::VARCHAR IS NULL OR v.budget = $budget)
          AND ($train::VARCHAR IS NULL OR upper(v.train) = upper($train))
          AND s.signe = -1 AND s.positifs + s.negatifs > 0
        GROUP BY s.categorie, s.motif ORDER BY s.categorie, s.motif
        """)
        .Avec("siret", Demande.Siret).Avec("periode", Demande.Mois.Cle)
        .Avec("budget", Demande.Budget is null ? null : CodeBudget.Cle(Demande.Budget)).Avec("train", Demande.Train?.Trim())
        .Lire(r => new SignesRetournes((CategorieDeLigne)r.Entier(), r.TexteSur(), r.Entier(), r.Long() ?? 0));
}

/// <summary>One category whose sign was turned, for one reason.</summary>
/// <param name="Motif">As the view <c>convention</c> writes it: majorite, identite, unanimite, autres_categories, employeur, minorite.</param>
/// <param name="Fichiers">Files where it was turned for this reason.</param>
/// <param name="Negatives">Lines that these files write negative.</param>
public sealed record SignesRetournes(CategorieDeLigne Categorie, string Motif, int Fichiers, long Negatives);
