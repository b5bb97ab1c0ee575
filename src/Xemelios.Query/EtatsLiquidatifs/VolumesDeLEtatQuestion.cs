using System.Data.Common;
using Xemelios.Domain.Habilitations;
using Xemelios.Domain.Valeurs;

namespace Xemelios.Query.EtatsLiquidatifs;

/// <summary>The files of an état, with the blocks that the schema wants of the état as a whole (format page §8.2).</summary>
public sealed record VolumesDeLEtatQuestion(DemandeDEtat Demande)
{
    public IReadOnlyList<VolumeDeLEtat> Executer(DbConnection connexion, Perimetre perimetre) => new Requete(connexion, perimetre, """
        SELECT c.empreinte, v.nom, nullif(v.train, ''),
               EXISTS (SELECT 1 FROM repartition r WHERE r.contenu = v.contenu),
               EXISTS (SELECT 1 FROM nomenclature n WHERE n.contenu = v.contenu)
        FROM volume_visible v JOIN contenu c ON c.id = v.contenu
        WHERE v.siret = $siret AND v.periode = $periode AND ($budget::VARCHAR IS NULL OR v.budget = $budget)
          AND ($train::VARCHAR IS NULL OR upper(v.train) = upper($train)) AND NOT v.entete_seul
        ORDER BY v.train, v.numero NULLS LAST, v.nom, c.empreinte
        """)
        .Avec("siret", Demande.Siret).Avec("periode", Demande.Mois.Cle)
        .Avec("budget", Demande.Budget is null ? null : CodeBudget.Cle(Demande.Budget)).Avec("train", Demande.Train?.Trim())
        .Lire(r => new VolumeDeLEtat(r.TexteSur(), r.TexteSur(), r.Texte(), r.Booleen(), r.Booleen()));
}

/// <summary>One file with bulletins.</summary>
/// <param name="Repartition">It carries RepartitionParNature.</param>
/// <param name="Nomenclatures">It carries at least one entry of Nomenclatures.</param>
public sealed record VolumeDeLEtat(string Empreinte, string Nom, string? Train, bool Repartition, bool Nomenclatures);
