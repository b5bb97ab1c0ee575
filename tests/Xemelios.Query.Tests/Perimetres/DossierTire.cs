using System.Globalization;
using Xemelios.Query.Tests.Donnees;

namespace Xemelios.Query.Tests.Perimetres;

internal sealed record VolumeConnu(int Contenu, int Employeur, string Siret, string Budget, int Periode, int? Contenant, bool Remplace);

internal sealed record BulletinConnu(int Id, VolumeConnu Volume, IReadOnlyList<(string? IdUnique, string? Nom)> References);

/// <param name="Exercices">What its bordereaux say; null where one says nothing.</param>
internal sealed record FluxConnu(int Contenu, string? Siret, string? Budget, int? AnneeDEnvoi, IReadOnlyList<int?> Exercices);

internal sealed record MandatConnu(int Id, FluxConnu Flux, int? Exercice, string Numero, string? IdUnique, string? Nom);

internal sealed record PieceConnue(int Id, int Contenu, int? Contenant, FluxConnu? Pes, string? IdUnique, string Nom, string? Siret, (int Exercice, string Numero)? Designe)
{
    public required string Empreinte { get; init; }
}

/// <summary>A seeded folder of three employers, two of which share a SIREN, in the tables and in plain values.</summary>
internal sealed class DossierTire : IDisposable
{
    public static readonly string[] Sirets = ["21990001200019", "21990001200027", "26990001500018"];
    public static readonly string[] Budgets = ["00", "01", ""];
    public static readonly int[] Periodes = [202511, 202512, 202601, 202602];

    private readonly Random _hasard;
    private readonly int[] _employeurs;

    public DossierTire(int graine)
    {
        _hasard = new Random(graine);
        _employeurs = [.. Sirets.Select(Employeur)];
        var archives = Enumerable.Range(0, 8).Select(i => Entrepot.Contenu("ARCHIVE", $"archive-{i}.zip")).ToList();
        // The last employer has a single budget.
        foreach (var (siret, employeur) in Sirets.Zip(_employeurs))
            foreach (var budget in employeur == _employeurs[^1] ? Budgets.Take(1) : Budgets)
                foreach (var periode in Periodes)
                    Volume(employeur, siret, budget, periode, Une(3) ? Parmi(archives) : null, remplace: Une(8));
        for (var i = 0; i < 24; i++)
            Flux(i);
        for (var i = 0; i < 30; i++)
            PieceSeule(i, Une(2) ? Parmi(archives) : null);
    }

    public Entrepot Entrepot { get; } = new();

    public List<VolumeConnu> Volumes { get; } = [];

    public List<BulletinConnu> Bulletins { get; } = [];

    public List<(int Bulletin, int Position, VolumeConnu Volume)> Lignes { get; } = [];

    public List<FluxConnu> LesFlux { get; } = [];

    public List<MandatConnu> Mandats { get; } = [];

    public List<PieceConnue> Pieces { get; } = [];

    public void Dispose() => Entrepot.Dispose();

    private int Employeur(string siret)
    {
        var id = Entrepot.Id();
        Entrepot.Inserer("employeur", new { id, siret });
        Entrepot.Inserer("rubrique", new { id = 1000 + id, employeur = id, categorie = 1, code = "1000", libelle = "Traitement" });
        Entrepot.Inserer("modele_de_ligne", new { id = 1000 + id, employeur = id, rubrique = 1000 + id });
        return id;
    }

    private void Volume(int employeur, string siret, string budget, int periode, int? contenant, bool remplace)
    {
        var nom = $"{siret}-{budget}-{periode}.xhl";
        var contenu = Entrepot.Contenu("XHL", nom, contenant);
        var volume = new VolumeConnu(contenu, employeur, siret, budget, periode, contenant, remplace);
        Volumes.Add(volume);
        Entrepot.Inserer("volume", new
        {
            contenu, employeur, periode, budget, train = "", budget_code = budget, nom, entete_seul = false, encodage = "UTF-8",
            bulletins = 2, lignes = 4, agents = 2, brut = 0m, net = 0m, net_a_payer = 0m, remplace_par = remplace ? (int?)1 : null,
        });
        // The rows of a file that was replaced are gone.
        for (var ordre = 1; ordre <= 2 && !remplace; ordre++)
            Bulletin(volume, ordre);
    }

    private void Bulletin(VolumeConnu volume, int ordre)
    {
        var id = Entrepot.Id();
        Entrepot.Inserer("agent", new { id, employeur = volume.Employeur, empreinte1 = id, empreinte2 = id, nom = $"N{id}", matricule = $"{id}" });
        Entrepot.Inserer("paye_individuelle", new { id, contenu = volume.Contenu, ordre, employeur = volume.Employeur, periode = volume.Periode, agent = id, a_remuneration = true });
        for (var position = 1; position <= 2; position++)
        {
            Entrepot.Inserer("ligne", new { contenu = volume.Contenu, bulletin = id, position, modele = 1000 + volume.Employeur, montant = 10m });
            Lignes.Add((id, position, volume));
        }

        List<(string?, string?)> references = [.. Enumerable.Range(0, _hasard.Next(3)).Select(_ => (Une(2) ? Identifiant() : null, (string?)Nom())).Distinct()];
        foreach (var (rang, (idUnique, nom)) in references.Index())
            Entrepot.Inserer("reference_de_bulletin", new { bulletin = id, rang, employeur = volume.Employeur, periode = volume.Periode, support = "01", id_unique = idUnique, nom });
        Bulletins.Add(new BulletinConnu(id, volume, references));
    }

    private void Flux(int i)
    {
        var nom = $"flux-{i}";
        var contenu = Entrepot.Contenu("PES_ALLER", nom);
        var siret = Parmi([.. Sirets, "219900012", "269900015", null]);
        var flux = new FluxConnu(contenu, siret, Parmi(["00", " 0 1 ", "ZZ", null]), Parmi<int?>([2025, 2026, null]),
            [.. Enumerable.Range(0, _hasard.Next(3)).Select(_ => Parmi<int?>([2025, 2026, null]))]);
        LesFlux.Add(flux);
        Entrepot.Inserer("flux_pes", new
        {
            contenu, racine = "PES_Aller", nom_fic = nom, date_structure = flux.AnneeDEnvoi is { } annee ? new DateOnly(annee, 3, 1) : (DateOnly?)null, id_coll = siret, cod_bud = flux.Budget,
        });
        foreach (var (rang, exercice) in flux.Exercices.Index())
        {
            var bordereau = Entrepot.Id();
            Entrepot.Inserer("bordereau", new { id = bordereau, contenu, rang, exercice, numero = "1", type = "01" });
            var mandat = new MandatConnu(Entrepot.Id(), flux, exercice, $"{_hasard.Next(1, 9)}", Une(2) ? Identifiant() : null, Une(2) ? Nom() : null);
            Mandats.Add(mandat);
            Entrepot.Inserer("mandat", new { id = mandat.Id, contenu, bordereau, rang, numero = mandat.Numero });
            Entrepot.Inserer("reference_de_mandat", new { mandat = mandat.Id, rang = 1, id_unique = mandat.IdUnique, nom = mandat.Nom });
        }

        for (var n = _hasard.Next(3); n > 0; n--)
            Piece($"pj-{i}-{n}", contenu, flux, Identifiant(), siret, Une(4) ? (Parmi([2025, 2026]), $"{_hasard.Next(1, 9)}") : null);
    }

    private void PieceSeule(int i, int? archive) => Piece($"seule-{i}", archive, null, null, Parmi([.. Sirets, "219900012", null, null]), null);

    private void Piece(string contenu, int? contenant, FluxConnu? pes, string? idUnique, string? siret, (int Exercice, string Numero)? designe)
    {
        var volume = pes is null && Une(6) ? Parmi(Volumes) : null;
        var piece = new PieceConnue(Entrepot.Id(), volume?.Contenu ?? Entrepot.Contenu("PIECE", contenu, contenant), contenant, pes, idUnique, Nom(), siret, designe)
        {
            Empreinte = Entrepot.Empreinte(contenu),
        };
        if (volume is not null && contenant is { } c)
        {
            // The same content also came in this archive.
            Entrepot.Inserer("livraison", new { contenu = volume.Contenu, contenant = c, indice = 0, chemin = contenu, nom = contenu });
            Livraisons.Add((volume, c));
        }

        Pieces.Add(piece);
        Entrepot.Inserer("piece", new
        {
            id = piece.Id, contenu = piece.Contenu, contenant, pes = pes?.Contenu, indice = 0, chemin = contenu, id_unique = idUnique, nom = piece.Nom, siret,
            type_mime = "application/pdf", octets = 100,
        });
        if (designe is { } d)
            Entrepot.Inserer("reference_comptable", new { piece = piece.Id, rang = 1, domaine = "01", exercice = d.Exercice, type_objet = "01", identifiant = d.Numero });
    }

    /// <summary>Further containers in which files of pay came.</summary>
    public List<(VolumeConnu Volume, int Contenant)> Livraisons { get; } = [];

    private string Identifiant() => string.Create(CultureInfo.InvariantCulture, $"ID{_hasard.Next(40)}");

    private string Nom() => Parmi(["arrete.pdf", "Contrat.PDF", "avenant.pdf", .. Enumerable.Range(0, 12).Select(i => $"piece-{i}.pdf")]);

    private bool Une(int sur) => _hasard.Next(sur) == 0;

    private T Parmi<T>(IReadOnlyList<T> valeurs) => valeurs[_hasard.Next(valeurs.Count)];
}
