using System.Globalization;
using Xemelios.Domain.Habilitations;

namespace Xemelios.Query.Criteres;

/// <summary>How the files of a folder write things, when a question depends on it.</summary>
/// <param name="SignesRetournes">Some file writes withheld amounts negative.</param>
/// <param name="NaturesParStatut">Some table de passage gives a rubrique a nature that depends on the statut.</param>
internal sealed record UsagesDesFichiers(bool SignesRetournes, bool NaturesParStatut);

/// <summary>Writes conditions as SQL, their values bound; a condition is true or false for every row, so that its negation finds the others.</summary>
internal sealed class SqlDeCriteres(Sujet sujet, UsagesDesFichiers usages, DonneesProtegees visibles)
{
    private const string Retourne =
        "CASE WHEN (l.contenu, l.modele) IN (SELECT contenu, modele FROM ligne_retournee) THEN -l.montant ELSE l.montant END";

    private const string StatutDeLaLigne = "(SELECT coalesce(a.statut, -1) FROM paye_individuelle p JOIN agent a ON a.id = p.agent WHERE p.id = l.bulletin)";

    private readonly List<(string Nom, object Valeur)> _valeurs = [];
    private readonly List<string> _groupes = [];

    /// <summary>The bound values, in order.</summary>
    public IReadOnlyList<(string Nom, object Valeur)> Valeurs => _valeurs;

    /// <summary>The conditions on lines met so far in a search of bulletins: each is counted in <c>trouve.g0</c>, <c>trouve.g1</c>…</summary>
    public IReadOnlyList<string> Groupes => _groupes;

    /// <summary>The signed amount of a line <c>l</c>.</summary>
    public string MontantDeLigne => usages.SignesRetournes ? Retourne : "l.montant";

    /// <summary>The relation that <see cref="MontantDeLigne"/> may read.</summary>
    public const string LigneRetournee = """
        ligne_retournee AS MATERIALIZED (
            SELECT c.contenu, m.id AS modele FROM convention c JOIN volume_visible v ON v.contenu = c.contenu
            JOIN rubrique r ON r.employeur = v.employeur AND r.categorie = c.categorie JOIN modele_de_ligne m ON m.rubrique = r.id
            WHERE c.signe = -1)
        """;

    /// <summary>The condition on a row of the search.</summary>
    public string Ecrire(Condition condition) => condition switch
    {
        Et { Termes.Count: 0 } => "true",
        Et et => $"({string.Join(" AND ", et.Termes.Select(Ecrire))})",
        Ou { Termes.Count: 0 } => "false",
        Ou ou => $"({string.Join(" OR ", ou.Termes.Select(Ecrire))})",
        Non non => $"NOT {Ecrire(non.Terme)}",
        LigneAvec ligne when sujet == Sujet.Bulletins => Groupe(SurUneLigne(ligne.Terme)),
        LigneAvec ligne => $"l.bulletin IN (SELECT l.bulletin FROM ligne l WHERE {SurUneLigne(ligne.Terme)})",
        Test { Critere.SurLigne: true } test when sujet == Sujet.Bulletins => UnTest(test, Groupe),
        Test test => UnTest(test, DuBulletin),
        _ => throw new ArgumentOutOfRangeException(nameof(condition)),
    };

    /// <summary>The condition on one line: its tests bear on this line, those on bulletins on its bulletin.</summary>
    public string SurUneLigne(Condition condition) => condition switch
    {
        Et et => $"({string.Join(" AND ", Ensemble(et.Termes).DefaultIfEmpty("true"))})",
        Ou ou => $"({string.Join(" OR ", ou.Termes.Select(SurUneLigne).DefaultIfEmpty("false"))})",
        Non non => $"NOT {SurUneLigne(non.Terme)}",
        LigneAvec ligne => SurUneLigne(ligne.Terme),
        Test { Critere.SurLigne: true } test => UnTest(test, c => c),
        Test { Critere.SurFichier: true } test => UnTest(test, c => c.Replace(Origines.Fichier, "l.contenu", StringComparison.Ordinal)),
        Test test => $"l.bulletin IN (SELECT b.id FROM paye_individuelle b WHERE {UnTest(test, DuBulletin)})",
        _ => throw new ArgumentOutOfRangeException(nameof(condition)),
    };

    /// <summary>Tests on bulletins that stand together are asked of each bulletin at once.</summary>
    private IEnumerable<string> Ensemble(IReadOnlyList<Condition> termes)
    {
        var deBulletins = termes.OfType<Test>().Where(t => t.Critere is { SurLigne: false, SurFichier: false }).ToList();
        foreach (var terme in termes.Except(deBulletins))
            yield return SurUneLigne(terme);
        if (deBulletins.Count > 0)
            yield return $"l.bulletin IN (SELECT b.id FROM paye_individuelle b WHERE {string.Join(" AND ", deBulletins.Select(t => UnTest(t, DuBulletin)))})";
    }

    private static string DuBulletin(string condition) => condition.Replace(Origines.Fichier, "b.contenu", StringComparison.Ordinal);

    private string Groupe(string condition)
    {
        _groupes.Add(condition);
        return string.Create(CultureInfo.InvariantCulture, $"(coalesce(trouve.g{_groupes.Count - 1}, 0) > 0)");
    }

    /// <param name="porter">What brings a condition on the value to the row: identity, or "at least one line".</param>
    private string UnTest(Test test, Func<string, string> porter)
    {
        var critere = test.Critere;
        if (!critere.Operateurs.Contains(test.Operateur))
            throw new CritereInconnuException($"{critere.Libelle} {test.Operateur.Libelle()}");
        return test.Operateur switch
        {
            Operateur.Different => $"NOT {porter(Porter(critere, Comparaison(test with { Operateur = Operateur.Egal })))}",
            Operateur.Vide => $"NOT {porter(Porter(critere, Renseigne(critere)))}",
            Operateur.Renseigne => porter(Porter(critere, Renseigne(critere))),
            _ when critere.Genre == GenreDeCritere.Mots => $"({string.Join(" AND ", Mots(test).Select(m => porter(Porter(critere, m))))})",
            _ => porter(Porter(critere, Comparaison(test))),
        };
    }

    private string Porter(Critere critere, Func<string, string> condition)
    {
        var (paire, totaux) = usages.NaturesParStatut
            ? ($"(l.contenu, l.modele, {StatutDeLaLigne})", "t.contenu, m.id, coalesce(t.statut, -1)")
            : ("(l.contenu, l.modele)", "t.contenu, m.id");
        var sql = (critere.SelonLesDroits?.Invoke(visibles) ?? critere.Sql)(condition);
        return string.Concat(sql.Split(Origines.ModelesDAbord).Where((_, i) => i % 2 == 0 || usages.NaturesParStatut))
            .Replace(Origines.PaireDeLaLigne, paire, StringComparison.Ordinal)
            .Replace(Origines.PaireDesTotaux, totaux, StringComparison.Ordinal)
            .Replace(Origines.MontantSigne, MontantDeLigne, StringComparison.Ordinal);
    }

    private static Func<string, string> Renseigne(Critere critere) => critere.Genre switch
    {
        GenreDeCritere.Presence => v => v,
        GenreDeCritere.Texte or GenreDeCritere.Liste => v => $"trim({v}) <> ''",
        _ => v => $"{v} IS NOT NULL",
    };

    private Func<string, string> Comparaison(Test test)
    {
        var (critere, operateur) = (test.Critere, test.Operateur);
        if (operateur == Operateur.Parmi)
            return Parmi(critere, test.Valeurs);
        var noms = test.Valeurs.Select(v => Lier(critere.Lire(v) ?? throw new CritereInconnuException($"{critere.Libelle} {v}"))).ToList();
        return critere.Genre switch
        {
            GenreDeCritere.Texte or GenreDeCritere.Liste => EnTexte(operateur, noms[0]),
            _ when operateur == Operateur.Entre => v => $"{v} BETWEEN {noms[0]} AND {noms[1]}",
            _ => v => $"{v} {operateur.Signe()} {noms[0]}",
        };
    }

    // Each word may be found in another place than the others.
    private IEnumerable<Func<string, string>> Mots(Test test) => test.Valeurs[0].Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).DefaultIfEmpty("")
        .Select(mot => EnTexte(Operateur.Contient, Lier(mot)));

    private Func<string, string> Parmi(Critere critere, IReadOnlyList<string> valeurs)
    {
        var lues = valeurs.Select(v => critere.Lire(v) ?? throw new CritereInconnuException($"{critere.Libelle} {v}")).ToList();
        if (critere.Genre is GenreDeCritere.Texte or GenreDeCritere.Liste)
        {
            var liste = Lier(lues.Cast<string>().ToArray());
            return v => $"{Plier(v)} IN (SELECT upper(strip_accents(valeur)) FROM (SELECT unnest({liste}) AS valeur))";
        }

        var noms = lues.Select(Lier).ToList();
        return v => $"{v} IN ({string.Join(", ", noms.DefaultIfEmpty("NULL"))})";
    }

    private static Func<string, string> EnTexte(Operateur operateur, string nom) => operateur switch
    {
        Operateur.Identique => v => $"{v} = {nom}",
        Operateur.CommencePar => v => $"starts_with({Plier(v)}, {Plier(nom)})",
        Operateur.Contient => v => $"contains({Plier(v)}, {Plier(nom)})",
        _ => v => $"{Plier(v)} = {Plier(nom)}",
    };

    private static string Plier(string v) => $"upper(strip_accents({v}))";

    private string Lier(object valeur)
    {
        var nom = string.Create(CultureInfo.InvariantCulture, $"f{_valeurs.Count}");
        _valeurs.Add((nom, valeur));
        return $"${nom}";
    }
}
