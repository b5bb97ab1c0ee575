using Xemelios.Store.Agents;

namespace Xemelios.Benchmarks.Recherche;

/// <summary>Made-up agents of one employer over the years: each row is one description, most differ from the one before only in what
/// is not searched (step, index, address).</summary>
internal sealed class Population
{
    private const int Emplois = 300;
    private const int Grades = 150;
    private const int Services = 800;
    private static readonly string[] Syllabes =
        ["ber", "dé", "lan", "vau", "chê", "ro", "mil", "çon", "tré", "gui", "fou", "nel", "sa", "pîn", "our", "mar", "tin", "le", "val", "quin", "du", "rand"];

    private readonly List<DocumentDAgent> _lignes;

    /// <param name="lignes">Descriptions: 60 603 are a first month, a million some ten years.</param>
    public Population(int lignes)
    {
        var hasard = new Random(20260301);
        var effectif = lignes < 100_000 ? lignes : 60_603 + (lignes / 25);
        var noms = Mots(hasard, 40_000, 2, 5);
        var prenoms = Mots(hasard, 2_000, 2, 4);
        var (emplois, grades, services) = (Libelles("Emploi", noms, Emplois), Libelles("Grade", noms, Grades), Libelles("Service", noms, Services));
        var agents = new DocumentDAgent[effectif];
        _lignes = new List<DocumentDAgent>(lignes);
        for (var i = 0; i < lignes; i++)
        {
            var rang = i % effectif;
            var nouveau = agents[rang] ?? new DocumentDAgent(
                "21990001200019", $"{(rang * 7) + 11:D8}", Tirer(noms, hasard), Tirer(prenoms, hasard), "", "", "");
            if (i < effectif || hasard.Next(5) < 2)
                nouveau = nouveau with { Emploi = Tirer(emplois, hasard), Grade = Tirer(grades, hasard), Service = Tirer(services, hasard) };
            _lignes.Add(agents[rang] = nouveau);
        }
    }

    public IReadOnlyList<DocumentDAgent> Lignes => _lignes;

    /// <summary>What people type, by kind.</summary>
    public IReadOnlyList<(string Sorte, string[] Textes)> Questions(int fois)
    {
        var hasard = new Random(7);
        DocumentDAgent Un() => _lignes[hasard.Next(_lignes.Count)];
        string[] Fois(Func<string> texte) => [.. Enumerable.Range(0, fois).Select(_ => texte())];
        return
        [
            ("un mot", Fois(() => Un().Nom)),
            ("2 ou 3 lettres", Fois(() => Un().Nom[..hasard.Next(2, 4)])),
            ("deux mots", Fois(() => Un() is var a ? $"{a.Prenom} {a.Nom}" : "")),
            ("une faute", Fois(() => AvecUneFaute(Un().Nom, hasard))),
            ("une faute, deux mots", Fois(() => Un() is var a ? $"{AvecUneFaute(a.Nom, hasard)} {a.Prenom}" : "")),
            ("matricule sans zéros", Fois(() => Un().Matricule.TrimStart('0'))),
            ("service", Fois(() => Un().Service)),
            ("mot de tous", Fois(() => hasard.Next(2) == 0 ? "emploi" : "grade")),
            ("rien", Fois(() => $"zzq{hasard.Next(1_000)}xw")),
        ];
    }

    private static string AvecUneFaute(string nom, Random hasard)
    {
        var rang = 1 + hasard.Next(nom.Length - 1);
        return nom.Remove(rang, 1).Insert(rang, "w");
    }

    private static string[] Libelles(string sorte, string[] mots, int nombre) =>
        [.. Enumerable.Range(0, nombre).Select(i => $"{sorte} {mots[i]} {mots[(i * 31) + 5]}")];

    private static string[] Mots(Random hasard, int nombre, int de, int a) =>
        [.. Enumerable.Range(0, nombre).Select(_ => string.Concat(Enumerable.Range(0, hasard.Next(de, a)).Select(_ => Syllabes[hasard.Next(Syllabes.Length)])))
            .Select(mot => char.ToUpperInvariant(mot[0]) + mot[1..])];

    // Few names are borne by many, many by few.
    private static string Tirer(string[] mots, Random hasard)
    {
        var (a, b) = (hasard.Next(mots.Length), hasard.Next(mots.Length));
        return mots[(int)((long)a * b / mots.Length)];
    }
}
