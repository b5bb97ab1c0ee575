using Xemelios.Samples;

namespace Xemelios.Import.Tests.Archivages;

/// <summary>Four years of two budgets of two employers: pay, mandats and pieces, alone, in archives and in flows, some of which hold two years.</summary>
internal sealed class QuatreAns
{
    public static readonly int[] Annees = [2022, 2023, 2024, 2025];
    public static readonly string[] Budgets = ["00", "01"];

    private readonly List<(string Chemin, byte[] Contenu)> _fichiers = [];

    public QuatreAns(ulong graine)
    {
        Sirets = [Ajouter(graine * 10), Ajouter(graine * 10 + 1)];
    }

    public IReadOnlyList<string> Sirets { get; }

    public IReadOnlyList<(string Chemin, byte[] Contenu)> Fichiers => _fichiers;

    /// <summary>Lays everything in the depot and imports it, file after file of a year after those of the year before.</summary>
    public void Importer(DossierDEssai dossier)
    {
        foreach (var (chemin, contenu) in _fichiers)
            dossier.Poser(chemin, contenu);
        dossier.Importer();
    }

    public static byte[] Xhl(Samples.MoisDePaye mois) => EtatPublie.Creer(mois).Xhl[0].Contenu;

    public static Samples.MoisDePaye Mois(ulong graine, string budget, int annee, int mois) =>
        GenerateurDeMois.Simple(graine, 3) with { Annee = annee, Mois = mois, Budget = budget };

    private string Ajouter(ulong graine)
    {
        var siret = Mois(graine, "00", 2022, 1).Employeur.Siret;
        var numeros = new Numerotation();
        var pieces = GenerateurDePieces.Pieces(new Hasard(graine).Branche("pieces"), $"{siret}X", "Commune fictive", 10, 0, 0);
        foreach (var budget in Budgets)
            foreach (var annee in Annees)
                Ajouter(graine, siret, budget, annee, numeros, pieces);
        // One archive and one flow hold two years.
        var deux = Annees.Take(2).Select(a => Mois(graine, "00", a, 11)).ToList();
        _fichiers.Add(($"{siret}-deux-ans.zip", ZipFictif.Creer([.. deux.Select(m => new FichierFictif($"{m.Annee}.xhl", Xhl(m))), .. ArchiveXemelios.Pieces(siret, pieces[8..9])])));
        _fichiers.Add(($"{siret}-deux-ans.xml", Pes("00", $"{siret}-deux-ans.xml", deux, numeros, pieces[9..])));
        return siret;
    }

    private void Ajouter(ulong graine, string siret, string budget, int annee, Numerotation numeros, List<PieceFictive> pieces)
    {
        var rang = annee - Annees[0] + (budget == "00" ? 0 : 4);
        // The first piece is sent in 2022 and still serves in 2024.
        var siennes = annee == 2024 && budget == "00" ? [pieces[0], pieces[rang]] : (List<PieceFictive>)[pieces[rang]];
        var mois = Enumerable.Range(1, 2).Select(m => GenerateurDePieces.Rattacher(new Hasard(graine + (ulong)annee).Branche(budget), Mois(graine, budget, annee, m), siennes)).ToList();
        foreach (var m in mois)
            _fichiers.Add(($"{annee}/{siret}/{budget}/{m.Mois}.xhl", Xhl(m)));
        if (annee == 2022)
            _fichiers.Add(($"{annee}b/{siret}/{budget}/1.xhl", Xhl(mois[0] with { Bulletins = [.. mois[0].Bulletins.Take(2)] })));
        var nom = $"{annee}-{siret}-{budget}.xml";
        _fichiers.Add((nom, Pes(budget, nom, mois, numeros, [pieces[rang]])));
    }

    private static byte[] Pes(string budget, string nom, List<Samples.MoisDePaye> mois, Numerotation numeros, List<PieceFictive> pieces) =>
        PesWriter.Octets(new PesAllerFictif(mois[0].Employeur, budget, new DateOnly(mois[0].Annee, mois[0].Mois, 20), nom)
        {
            Bordereaux = mois.ConvertAll(m => GenerateurDeMandats.Bordereau(m, EtatPublie.Creer(m).ParNature, numeros)),
            Pieces = [.. pieces.Select(p => GenerateurDePieces.EnPes(p, Emballage.Gzip))],
        });
}
