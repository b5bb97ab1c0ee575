namespace Xemelios.Samples;

/// <summary>Draws one état, its volumes, mandats and pieces, and puts them in files.</summary>
internal sealed class AssemblageDEtat(Hasard hasard, OptionsDeLivraison options, MoisDePaye brut, Numerotation numeros, string nom, bool seulDuMois)
{
    private readonly List<FichierFictif> _fichiers = [];
    private readonly Dialecte _dialecte = options.Dialecte ?? DialectesAleatoires.Tirer(hasard.Branche("dialecte"));

    private string Prefixe => $"{brut.Employeur.Siret}P{brut.Annee}{brut.Mois:00}{brut.Budget}{brut.Train}";

    public IReadOnlyList<FichierFictif> Fichiers => _fichiers;

    public Attendu Assembler()
    {
        var transportDesPieces = options.Pieces ?? hasard.Parmi(Enum.GetValues<TransportDesPieces>());
        var lien = Lien(transportDesPieces);
        var pieces = GenerateurDePieces.Pieces(
            hasard.Branche("pieces"), Prefixe, brut.Employeur.Nom, hasard.Entre(0, 4), hasard.Parfois(40) ? hasard.Entre(1, 2) : 0, hasard.Parfois(30) ? 1 : 0);
        var mois = GenerateurDePieces.Rattacher(hasard.Branche("references"), brut, pieces);
        var (volumes, mode) = Decouper(mois);
        var attendu = CalculDAttendu.De(mois, volumes.Count, mode) with { Pieces = pieces };
        var livrees = pieces.Where(p => p.Sort != SortDePiece.Manquante).ToList();
        var xhl = volumes.Select(v => new FichierFictif(v.NomFichier, XhlWriter.Octets(mois, v, _dialecte))).ToList();
        var enPes = lien is LienDesMandats.PjRef or LienDesMandats.RefCompta;
        Transporter(mois, xhl, livrees, transportDesPieces, enPes);
        return lien == LienDesMandats.SansMandat ? attendu : Mandater(mois, attendu, xhl, lien);
    }

    // A proposed link cannot tell trains apart, and XHL that a manifest or a zip holds have no identifier that a mandat could name.
    private LienDesMandats Lien(TransportDesPieces transport)
    {
        var lien = options.Lien ?? hasard.Parmi(Enum.GetValues<LienDesMandats>());
        if (lien == LienDesMandats.Propose && !seulDuMois)
            lien = LienDesMandats.PjRef;
        var horsPes = transport is TransportDesPieces.Manifeste or TransportDesPieces.ZipAvecXhl;
        return horsPes && lien is LienDesMandats.PjRef or LienDesMandats.RefCompta && horsPes
            ? seulDuMois ? LienDesMandats.Propose : LienDesMandats.SansMandat
            : lien;
    }

    // Six bulletins a volume at least: enough lines for the sign of each category to be decided on each file.
    private (List<VolumeXhl> Volumes, ModeDeRepartition Mode) Decouper(MoisDePaye mois)
    {
        var nombre = Math.Max(1, Math.Min(options.Volumes ?? hasard.Entre(1, 4), mois.Bulletins.Count / 6));
        var mode = options.Mode ?? hasard.Parmi(Enum.GetValues<ModeDeRepartition>());
        if (nombre == 1 && mode != ModeDeRepartition.Absente)
            mode = ModeDeRepartition.PremierVolume;
        return (Volumes.Couper(mois, nombre, mode), mode);
    }

    private void Transporter(MoisDePaye mois, List<FichierFictif> xhl, List<PieceFictive> pieces, TransportDesPieces transport, bool xhlEnPes)
    {
        var siret = mois.Employeur.Siret;
        switch (transport)
        {
            case TransportDesPieces.Manifeste:
                _fichiers.AddRange(ArchiveXemelios.AvecManifeste($"archive-{nom}", mois, xhl, pieces, nomsOpaques: false));
                return;
            case TransportDesPieces.ZipAvecXhl:
                _fichiers.Add(new($"paye-{nom}.zip", ZipFictif.Creer([.. xhl, .. ArchiveXemelios.Pieces(siret, pieces)])));
                return;
            case TransportDesPieces.ZipAvecEntete when pieces.Count > 0:
                _fichiers.Add(new($"pj-{nom}.zip", ZipFictif.Creer([new("entete.xhl", XhlWriter.EnteteSeul(mois, _dialecte)), .. ArchiveXemelios.Pieces(siret, pieces)])));
                break;
            case TransportDesPieces.PesPj when pieces.Count > 0:
                var emballages = Enum.GetValues<Emballage>();
                _fichiers.Add(Pes($"PESPJ-{nom}.xml", aller => aller with { Pieces = [.. pieces.Select(p => GenerateurDePieces.EnPes(p, hasard.Parmi(emballages)))] }));
                break;
        }

        if (!xhlEnPes)
            TransporterXhl(xhl);
    }

    private void TransporterXhl(List<FichierFictif> xhl)
    {
        switch (options.Xhl ?? hasard.Parmi(Enum.GetValues<TransportDesXhl>()))
        {
            case TransportDesXhl.Zip:
                _fichiers.Add(new($"paye-{nom}.zip", ZipFictif.Creer(xhl)));
                break;
            case TransportDesXhl.Gzip:
                _fichiers.AddRange(xhl.Select(f => new FichierFictif($"{f.Chemin}.gz", GzipFictif.Compresser(f.Contenu))));
                break;
            case TransportDesXhl.TarGz:
                _fichiers.Add(new($"paye-{nom}.tar.gz", TarFictif.CreerGz(xhl)));
                break;
            case TransportDesXhl.ZipDansZip:
                _fichiers.Add(new($"depot-{nom}.zip", ZipFictif.Creer([new("lot/paye.zip", ZipFictif.Creer(xhl))])));
                break;
            case TransportDesXhl.PesPj:
                _fichiers.Add(Pes($"PESXHL-{nom}.xml", aller => aller with { Pieces = EnPes(xhl, []) }));
                break;
            default:
                _fichiers.AddRange(xhl.Select(f => f with { Chemin = $"{nom}/{f.Chemin}" }));
                break;
        }
    }

    private Attendu Mandater(MoisDePaye mois, Attendu attendu, List<FichierFictif> xhl, LienDesMandats lien)
    {
        var references = lien == LienDesMandats.PjRef ? xhl.Select((f, i) => new PjRefDeMandat(IdDuXhl(i), hasard.Parfois(50) ? f.Chemin : null, "004")).ToList() : null;
        var reference = attendu.Reference == "recalcule" ? RepartitionFictive.ParNature(mois.Bulletins) : attendu.Repartition;
        var bordereau = GenerateurDeMandats.Bordereau(mois, reference, numeros, lien == LienDesMandats.Propose ? "11" : hasard.Parmi(["11", "01"]), references);
        var nature = hasard.Parmi([.. bordereau.Mandats[0].Lignes.Select(l => l.Nature)]);
        if (hasard.Parfois(35))
            bordereau = GenerateurDeMandats.Majorer(bordereau, nature, hasard.Entre(1, 5_000));
        if (hasard.Parfois(25))
            bordereau = GenerateurDeMandats.Fractionner(bordereau, saufNature: nature);
        var bordereaux = new List<BordereauFictif> { bordereau };
        if (hasard.Parfois(20))
            Corriger(mois, bordereaux, nature);
        var pieces = lien switch
        {
            LienDesMandats.PjRef => EnPes(xhl, []),
            LienDesMandats.RefCompta => EnPes(xhl, [.. bordereau.Mandats.Select(m => new RefComptaFictive(mois.Annee, "01", m.IdPce))]),
            _ => [],
        };
        var ensemble = lien == LienDesMandats.PjRef && hasard.Parfois(50);
        _fichiers.Add(Pes($"PESALR2-{nom}.xml", aller => aller with { Bordereaux = bordereaux, Pieces = ensemble ? pieces : [] }));
        if (pieces.Count > 0 && !ensemble)
            _fichiers.Add(Pes($"PESXHL-{nom}.xml", aller => aller with { Pieces = pieces }));
        if (hasard.Parfois(12))
            Rejeter(mois, attendu, references);
        return attendu with { Mandate = Totaux(bordereaux), Mandats = bordereau.Mandats.Count, Lien = lien.ToString().ToLowerInvariant() };
    }

    // Over-mandated, then reduced by a linked correction: the net is what it was.
    private void Corriger(MoisDePaye mois, List<BordereauFictif> bordereaux, string nature)
    {
        var trop = hasard.Entre(1_000, 9_000);
        bordereaux[0] = GenerateurDeMandats.Majorer(bordereaux[0], nature, trop);
        var mandat = bordereaux[0].Mandats[0];
        bordereaux.Add(GenerateurDeMandats.Reduction(mois, mandat, mandat.Lignes.First(l => l.Nature == nature), trop, numeros));
    }

    // A first sending that Hélios refused: its mandats must not be counted.
    private void Rejeter(MoisDePaye mois, Attendu attendu, List<PjRefDeMandat>? references)
    {
        var refuse = GenerateurDeMandats.Bordereau(mois, attendu.Repartition.Count > 0 ? attendu.Repartition : attendu.Recalcule, numeros, "11", references);
        if (refuse.Mandats.Count == 0)
            return;
        var aller = Aller($"PESALR2-{nom}-refuse.xml") with { Bordereaux = [refuse] };
        _fichiers.Add(new(aller.NomFic, PesWriter.Octets(aller)));
        _fichiers.Add(new($"ACQUIT-{nom}.xml", AcquitWriter.Octets(aller, [new(false, refuse.IdBord, refuse.Exercice, null, "ERREUR_CUMUL_MONTANTS")], hasard.Parfois(40))));
    }

    /// <summary>Type 01 adds, type 02 subtracts.</summary>
    internal static SortedDictionary<string, long> Totaux(IEnumerable<BordereauFictif> bordereaux)
    {
        var totaux = new SortedDictionary<string, long>(StringComparer.Ordinal);
        foreach (var bordereau in bordereaux)
        {
            foreach (var ligne in bordereau.Mandats.SelectMany(m => m.Lignes))
                totaux[ligne.Nature] = totaux.GetValueOrDefault(ligne.Nature) + (bordereau.TypBord == "02" ? -ligne.Mt : ligne.Mt);
        }

        return totaux;
    }

    private List<PjDePes> EnPes(List<FichierFictif> xhl, IReadOnlyList<RefComptaFictive> references) =>
        [.. xhl.Select((f, i) => new PjDePes(IdDuXhl(i), f.Chemin, "004", "application/xml", f.Contenu) { Description = "Etat de paye", References = references })];

    private string IdDuXhl(int index) => $"{Prefixe}XHL{index + 1:00}";

    private FichierFictif Pes(string nomDuFichier, Func<PesAllerFictif, PesAllerFictif> remplir) =>
        new(nomDuFichier, PesWriter.Octets(remplir(Aller(nomDuFichier)), new StylePes { Version = hasard.Parmi(Enum.GetValues<VersionPes>()), SansInfoPce = hasard.Parfois(10), Utf8 = hasard.Parfois(40) }));

    private PesAllerFictif Aller(string nomDuFichier) =>
        new(brut.Employeur, brut.Budget ?? "00", new DateOnly(brut.Annee, brut.Mois, 20), nomDuFichier);
}
