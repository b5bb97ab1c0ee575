using System.Data.Common;
using System.Globalization;
using Xemelios.Domain.Habilitations;
using Xemelios.Domain.Paye;
using Xemelios.Domain.Valeurs;
using Xemelios.Query.Mandats;

namespace Xemelios.Query.Nomenclatures;

/// <summary>What the files of an employer call things, over time, and what its pay makes of them.</summary>
/// <param name="Mois">One month; null for all.</param>
/// <param name="Texte">Words that a code, its labels, caisses or natures hold, whatever their accents.</param>
public sealed record NomenclaturesQuestion(string Siret, SorteDeNomenclature Sorte, MoisDePaye? Mois = null, string? Texte = null)
{
    /// <summary>Budgets are compared without spaces; the other codes without those around them. Case is kept but for rubriques.</summary>
    private const string Cle = "CASE n.sorte WHEN 4 THEN upper(regexp_replace(n.code, '\\s', '', 'g')) WHEN 2 THEN upper(trim(n.code)) ELSE trim(n.code) END";

    /// <exception cref="EtatIntrouvableException">the employer has no file.</exception>
    public NomenclatureDEmployeur Executer(DbConnection connexion, Perimetre perimetre)
    {
        var volumes = new Requete(connexion, perimetre, """
            SELECT periode, arg_max(employeur_nom, contenu) FROM volume_visible WHERE siret = $siret AND NOT entete_seul GROUP BY periode ORDER BY periode
            """).Avec("siret", Siret).Lire(r => (Mois: MoisDePaye.FromCle(r.Entier()), Nom: r.Texte()));
        if (volumes.Count == 0 || (Mois is { } voulu && volumes.TrueForAll(v => v.Mois != voulu)))
            throw new EtatIntrouvableException();
        var dernier = Mois ?? volumes[^1].Mois;
        var valeurs = Valeurs(connexion, perimetre);
        var emplois = EmploisDesCodes.Lire(connexion, perimetre, Siret, Sorte, Mois, dernier);
        var entrees = valeurs.Keys.Union(emplois.Keys).Order(StringComparer.Ordinal)
            .Select(code => new EntreeDeNomenclature(code, valeurs.GetValueOrDefault(code, []), emplois.GetValueOrDefault(code)))
            .Where(Retenue).ToList();
        return new NomenclatureDEmployeur(Siret, volumes[^1].Nom, Sorte, [.. volumes.Select(v => v.Mois)], Codes(connexion, perimetre), dernier, Descriptions(connexion, perimetre), entrees);
    }

    private Requete Requete(DbConnection connexion, Perimetre perimetre, string sql) =>
        new Requete(connexion, perimetre, sql).Avec("siret", Siret);

    // A value is one row of the table, whatever the file that repeats it; months in which the nomenclature is there but not the value part its periods.
    private Dictionary<string, IReadOnlyList<ValeurDeNomenclature>> Valeurs(DbConnection connexion, Perimetre perimetre)
    {
        var lues = Requete(connexion, perimetre, $"""
            SELECT {Cle} AS code, v.periode, nullif(trim(n.libelle), '') AS libelle, nullif(trim(n.caisse), '') AS caisse,
                   nullif(trim(n.nature_employeur), '') AS nature_employeur, nullif(trim(n.nature_salarie), '') AS nature_salarie, min(n.rang)
            FROM nomenclature n JOIN volume_visible v ON v.contenu = n.contenu
            WHERE v.siret = $siret AND n.sorte = $sorte AND nullif(trim(n.code), '') IS NOT NULL AND ($mois::INTEGER IS NULL OR v.periode = $mois)
            GROUP BY ALL ORDER BY code, v.periode, min(n.rang), libelle, caisse, nature_employeur, nature_salarie
            """).Avec("sorte", (int)Sorte).Avec("mois", Mois?.Cle)
            .Lire(r => (Code: r.TexteSur(), Mois: MoisDePaye.FromCle(r.Entier()), Valeur: (r.Texte(), r.Texte(), r.Texte(), r.Texte())));
        var mois = lues.Select(l => l.Mois).Distinct().Order().ToList();
        return lues.GroupBy(l => l.Code).ToDictionary(g => g.Key, g => (IReadOnlyList<ValeurDeNomenclature>)[.. g
            .GroupBy(l => l.Valeur)
            .Select(v => new ValeurDeNomenclature(v.Key.Item1, v.Key.Item2, v.Key.Item3, v.Key.Item4, Periodes([.. v.Select(l => mois.IndexOf(l.Mois)).Distinct().Order()], mois)))
            .OrderBy(v => v.Periodes[0].Debut)]);
    }

    private static List<PeriodeDeMois> Periodes(IReadOnlyList<int> rangs, IReadOnlyList<MoisDePaye> mois)
    {
        var periodes = new List<PeriodeDeMois>();
        for (var i = 0; i < rangs.Count; i++)
        {
            if (i > 0 && rangs[i] == rangs[i - 1] + 1)
                periodes[^1] = periodes[^1] with { Fin = mois[rangs[i]] };
            else
                periodes.Add(new PeriodeDeMois(mois[rangs[i]], mois[rangs[i]]));
        }

        return periodes;
    }

    private Dictionary<SorteDeNomenclature, int> Codes(DbConnection connexion, Perimetre perimetre) => Requete(connexion, perimetre, $"""
        SELECT n.sorte, count(DISTINCT {Cle}) FROM nomenclature n JOIN volume_visible v ON v.contenu = n.contenu
        WHERE v.siret = $siret AND nullif(trim(n.code), '') IS NOT NULL AND ($mois::INTEGER IS NULL OR v.periode = $mois) GROUP BY n.sorte ORDER BY n.sorte
        """).Avec("mois", Mois?.Cle).Lire(r => (Sorte: (SorteDeNomenclature)r.Entier(), Codes: r.Entier())).ToDictionary(x => x.Sorte, x => x.Codes);

    private List<string> Descriptions(DbConnection connexion, Perimetre perimetre) => Requete(connexion, perimetre, """
        SELECT DISTINCT trim(d.description) AS description FROM description_de_nomenclature d JOIN volume_visible v ON v.contenu = d.contenu
        WHERE v.siret = $siret AND d.sorte = $sorte AND nullif(trim(d.description), '') IS NOT NULL AND ($mois::INTEGER IS NULL OR v.periode = $mois)
        ORDER BY description
        """).Avec("sorte", (int)Sorte).Avec("mois", Mois?.Cle).Lire(r => r.TexteSur());

    private bool Retenue(EntreeDeNomenclature entree)
    {
        if (string.IsNullOrWhiteSpace(Texte))
            return true;
        var tout = MoisDuMandat.Plier(string.Join(' ', entree.Valeurs.Select(v => $"{v.Libelle} {v.Caisse} {v.NatureEmployeur} {v.NatureSalarie}").Prepend(entree.Code)));
        return MoisDuMandat.Plier(Texte).Split(' ', StringSplitOptions.RemoveEmptyEntries).All(mot => tout.Contains(mot, StringComparison.Ordinal));
    }
}
