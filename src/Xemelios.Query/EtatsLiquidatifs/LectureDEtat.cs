using System.Data.Common;
using Xemelios.Domain.Habilitations;
using Xemelios.Domain.Valeurs;

namespace Xemelios.Query.EtatsLiquidatifs;

/// <summary>Reads the rows of an état along some axes. What the sums made at import can say is not read again from the lines.</summary>
internal sealed class LectureDEtat(DbConnection connexion, Perimetre perimetre, FaitsDeLiquidation faits, ReglesDImputation regles)
{
    /// <summary>The rows along these axes, those alone whose first keys are these; ordered by keys, what has none last.</summary>
    public IReadOnlyList<RangeeDEtat> Lire(IReadOnlyList<AxeDEtat> axes, params IReadOnlyList<CleDAxe> prefixe)
    {
        var rangees = axes.All(a => a.DansLesTotaux()) ? DepuisLesTotaux(axes, prefixe) : DepuisLesLignes(axes, prefixe);
        var ordre = rangees.OrderBy(r => 0);
        for (var i = 0; i < axes.Count; i++)
        {
            var rang = i;
            ordre = ordre.ThenBy(r => r.Cles[rang].Categorie).ThenBy(r => r.Cles[rang].Cle is null).ThenBy(r => r.Cles[rang].Cle, StringComparer.Ordinal);
        }

        return [.. ordre];
    }

    private List<RangeeDEtat> DepuisLesTotaux(IReadOnlyList<AxeDEtat> axes, IReadOnlyList<CleDAxe> prefixe)
    {
        var groupes = new Groupes(faits, regles, axes, prefixe);
        if (!axes.All(a => a.SurLeBulletin()))
        {
            var comptes = Comptes(groupes);
            return [.. groupes.Tous.Select((g, i) => Rangee(g, comptes.GetValueOrDefault(i + 1)))];
        }

        var sommes = groupes.Tous.ToDictionary(g => Texte(g.Cles));
        return [.. LireParBulletin(axes, prefixe, groupes, avecLignes: false)
            .Select(r => sommes.TryGetValue(Texte(r.Cles), out var g) ? r with { Lignes = g.Faits.Sum(f => f.Lignes), Sommes = SommesDeLignes.Somme(g.Faits) } : r)];
    }

    private List<RangeeDEtat> DepuisLesLignes(IReadOnlyList<AxeDEtat> axes, IReadOnlyList<CleDAxe> prefixe)
    {
        var groupes = new Groupes(faits, regles, axes, prefixe, surLeBulletin: false);
        if (axes.All(a => a.SurLeBulletin()))
            return LireParBulletin(axes, prefixe, groupes, avecLignes: true);
        var surBulletin = axes.Where(a => a.SurLeBulletin()).ToList();
        return Requete(new SqlDEtat(faits.EnListe, surBulletin, groupes.ParStatut).ParGroupe(Conditions(axes, prefixe)), axes, prefixe, groupes).Lire(r =>
        {
            var groupe = groupes.Tous[r.Entier() - 1];
            var cles = surBulletin.ToDictionary(a => a, _ => new CleDAxe(r.Texte()));
            foreach (var (axe, cle) in axes.Where(a => !a.SurLeBulletin()).Zip(groupe.Cles))
                cles[axe] = cle;
            return Suite(r, [.. axes.Select(a => cles[a])], groupe) with { Natures = groupe.Natures };
        });
    }

    private List<RangeeDEtat> LireParBulletin(IReadOnlyList<AxeDEtat> axes, IReadOnlyList<CleDAxe> prefixe, Groupes groupes, bool avecLignes) =>
        Requete(new SqlDEtat(faits.EnListe, axes, groupes.ParStatut).ParBulletin(Conditions(axes, prefixe), avecLignes), axes, prefixe, groupes).Lire(r =>
        {
            var rangee = Suite(r, [.. axes.Select(_ => new CleDAxe(r.Texte()))], null);
            return rangee with { Declares = new MontantsDeclares(r.Somme(), r.MontantOuNul(), r.MontantOuNul(), r.Texte(), r.Texte()) };
        });

    private static RangeeDEtat Suite(Rangee r, IReadOnlyList<CleDAxe> cles, GroupeDeRubriques? groupe)
    {
        var (libelle, bulletins) = (r.Texte(), r.Entier());
        var lignes = r.EntierOuNul() ?? 0;
        return new RangeeDEtat(cles, groupe?.Libelle ?? libelle, bulletins, lignes, SommesDeLignes.Lire(r)) { Arrondi = r.MontantOuNul() };
    }

    private static RangeeDEtat Rangee(GroupeDeRubriques groupe, int bulletins) =>
        new(groupe.Cles, groupe.Libelle, bulletins, groupe.Faits.Sum(f => f.Lignes), SommesDeLignes.Somme(groupe.Faits)) { Natures = groupe.Natures };

    private Dictionary<int, int> Comptes(Groupes groupes) => groupes.Tous.Count == 0 ? []
        : groupes.Lier(new Requete(connexion, perimetre, new SqlDEtat(faits.EnListe, [], groupes.ParStatut).Comptes))
            .Lire(r => (Groupe: r.Entier(), Bulletins: r.Entier())).ToDictionary(c => c.Groupe, c => c.Bulletins);

    private Requete Requete(string sql, IReadOnlyList<AxeDEtat> axes, IReadOnlyList<CleDAxe> prefixe, Groupes groupes)
    {
        var requete = new Requete(connexion, perimetre, sql);
        if (sql.Contains("$groupes", StringComparison.Ordinal))
            groupes.Lier(requete);
        foreach (var (cle, i) in prefixe.Select((c, i) => (c, i)).Where(x => axes[x.i].SurLeBulletin()))
            requete.Avec($"prefixe{i}", cle.Cle);
        return requete;
    }

    private static List<string> Conditions(IReadOnlyList<AxeDEtat> axes, IReadOnlyList<CleDAxe> prefixe)
    {
        var surBulletin = axes.Where(a => a.SurLeBulletin()).ToList();
        return [.. Enumerable.Range(0, prefixe.Count).Where(i => axes[i].SurLeBulletin())
            .Select(i => $"k{surBulletin.IndexOf(axes[i])} IS NOT DISTINCT FROM $prefixe{i}")];
    }

    private static string Texte(IReadOnlyList<CleDAxe> cles) => string.Join('\u001f', cles.Select(c => c.Texte));
}
