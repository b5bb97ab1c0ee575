using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;

namespace Xemelios.Samples;

/// <summary>The cases of one rule: an invented employer, agents whose pay breaks the rule and agents whose pay looks alike and keeps it.</summary>
/// <remarks>What the rule must find is written here by whoever wrote the case, never by the rule.</remarks>
public sealed class CasDeRegle(string code)
{
    private readonly List<PayeDeCas> _payes = [];
    private readonly JsonArray _constats = [];
    private readonly SortedSet<string> _conformes = new(StringComparer.Ordinal);
    private readonly SortedSet<string> _nonEvaluables = new(StringComparer.Ordinal);
    private readonly SortedSet<string> _sansObjet = new(StringComparer.Ordinal);

    private readonly SortedSet<string> _passent = new(StringComparer.Ordinal);
    private readonly List<FichierFictif> _tables = [];

    public string Code => code;

    /// <summary>APE of the employer: 8411Z is a commune, 8610Z a hospital.</summary>
    public string? Ape { get; init; } = "8411Z";

    /// <summary>Codes and labels of the nomenclature of rubriques; none: the files have no nomenclature.</summary>
    public IReadOnlyDictionary<string, string> Nomenclature { get; init; } = new Dictionary<string, string>();

    /// <summary>SIRET of the établissement, by month, when the file names one.</summary>
    public IReadOnlyDictionary<string, string> Etablissements { get; init; } = new Dictionary<string, string>();

    /// <summary>What the rule tests, where it is not bulletins.</summary>
    public int? Testes { get; init; }

    /// <summary>A SIRET that no other rule has, from the letters of the code.</summary>
    public string Siret { get; } = SiretFictif.Creer("21", code.Aggregate(17, (n, c) => (n * 31 + c) % 9_973));

    /// <summary>The rule finds something on the last of these bulletins.</summary>
    /// <param name="montant">At stake; null where no amount is.</param>
    public CasDeRegle Constat(decimal? montant, params IReadOnlyList<PayeDeCas> payes)
    {
        _payes.AddRange(payes);
        _constats.Add(new JsonObject { ["mois"] = payes[^1].Mois, ["matricule"] = payes[^1].Matricule, ["montant"] = montant?.ToString("0.00", CultureInfo.InvariantCulture) });
        return this;
    }

    /// <summary>The rule finds something on the whole file of the month of these bulletins.</summary>
    public CasDeRegle ConstatDeFichier(decimal? montant, params IReadOnlyList<PayeDeCas> payes)
    {
        _payes.AddRange(payes);
        return EncoreUn(montant, payes[^1].Mois);
    }

    /// <summary>One more finding on the same file.</summary>
    public CasDeRegle EncoreUn(decimal? montant, string mois, string? matricule = null)
    {
        _constats.Add(new JsonObject { ["mois"] = mois, ["matricule"] = matricule, ["montant"] = montant?.ToString("0.00", CultureInfo.InvariantCulture) });
        return this;
    }

    /// <summary>The rule tests the file of the month of these bulletins and finds nothing.</summary>
    public CasDeRegle FichierConforme(params IReadOnlyList<PayeDeCas> payes)
    {
        _payes.AddRange(payes);
        _conformes.Add(payes[^1].Mois);
        return this;
    }

    /// <summary>The rule says that it cannot tell of the file of the month of these bulletins.</summary>
    public CasDeRegle FichierNonEvaluable(params IReadOnlyList<PayeDeCas> payes)
    {
        _payes.AddRange(payes);
        _nonEvaluables.Add(payes[^1].Mois);
        return this;
    }

    /// <summary>Bulletins that the case needs, of which nothing is said.</summary>
    public CasDeRegle Avec(params IReadOnlyList<PayeDeCas> payes)
    {
        _payes.AddRange(payes);
        return this;
    }

    /// <summary>Where the rule does not test bulletins one by one: the rule finds nothing on these.</summary>
    public CasDeRegle Passe(params IReadOnlyList<PayeDeCas> payes) => Ranger(_passent, payes);

    /// <summary>Bulletins that are there already, of which the rule says that it cannot tell.</summary>
    public CasDeRegle NonEvalues(params IReadOnlyList<string> matricules)
    {
        _nonEvaluables.UnionWith(matricules);
        return this;
    }

    /// <summary>The rule tests these bulletins and finds nothing.</summary>
    public CasDeRegle Conforme(params IReadOnlyList<PayeDeCas> payes) => Ranger(_conformes, payes);

    /// <summary>The rule says that it cannot tell: a datum is missing.</summary>
    public CasDeRegle NonEvaluable(params IReadOnlyList<PayeDeCas> payes) => Ranger(_nonEvaluables, payes);

    /// <summary>The rule is not for these bulletins.</summary>
    public CasDeRegle SansObjet(params IReadOnlyList<PayeDeCas> payes) => Ranger(_sansObjet, payes);

    /// <summary>A table that the employer gives, as a CSV with its titles.</summary>
    public CasDeRegle Fournit(string table, params IReadOnlyList<string> lignes)
    {
        _tables.Add(new FichierFictif($"tables/{table}.csv", Encoding.UTF8.GetBytes(string.Join('\n', lignes) + "\n")));
        return this;
    }

    /// <summary>One file a month, and <c>attendu.json</c>.</summary>
    public CasDeConformite Fini()
    {
        var mois = _payes.GroupBy(p => p.Mois).OrderBy(m => m.Key, StringComparer.Ordinal).ToList();
        var attendu = new JsonObject
        {
            ["description"] = $"Contrôle {code} : ce qu'il doit trouver, et ce qui y ressemble et passe",
            ["regle"] = code,
            ["siret"] = Siret,
            ["etats"] = new JsonArray([.. mois.Select(m => new JsonObject
            {
                ["siret"] = Siret, ["annee"] = int.Parse(m.Key[..4], CultureInfo.InvariantCulture), ["mois"] = int.Parse(m.Key[5..], CultureInfo.InvariantCulture),
                ["bulletins"] = m.Count(), ["lignes"] = m.Sum(p => p.ToutesLesLignes.Count),
            })]),
            ["constats"] = _constats,
            ["conformes"] = Liste(_conformes),
            ["non_evaluables"] = Liste(_nonEvaluables),
            ["sans_objet"] = Liste(_sansObjet),
            ["passent"] = Liste(_passent),
        };
        if (Testes is { } testes)
            attendu["testes"] = testes;
        return new CasDeConformite($"regle-{code.ToLowerInvariant()}",
        [
            .. mois.Select(m => new FichierFictif($"{Siret}-{m.Key[..4]}-ETAT_PAYE-{m.Key[5..]}.xhl", Encoding.UTF8.GetBytes(XhlDeCas.Ecrire(this, [.. m])))),
            .. _tables,
            new("attendu.json", Encoding.UTF8.GetBytes(AttenduJson.Texte(attendu))),
        ]);
    }

    private CasDeRegle Ranger(SortedSet<string> sorte, IReadOnlyList<PayeDeCas> payes)
    {
        _payes.AddRange(payes);
        sorte.UnionWith(payes.Select(p => p.Matricule));
        return this;
    }

    private static JsonArray Liste(IEnumerable<string> matricules) => new([.. matricules.Select(m => JsonValue.Create(m))]);
}
