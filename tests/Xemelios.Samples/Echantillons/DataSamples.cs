using System.Text;
using System.Text.Json.Nodes;

namespace Xemelios.Samples;

/// <summary>All files of <c>data-samples</c>, the same at each run.</summary>
public static class DataSamples
{
    /// <summary>Files by path relative to the folder.</summary>
    public static List<FichierFictif> Fichiers()
    {
        var fevrier = Fevrier();
        var mars = Mars();
        var (elus, hopital) = (Elus(), Hopital());
        var etats = new List<Attendu> { fevrier.Etat.Attendu, mars.Etat.Attendu, elus.Etat.Attendu, hopital.Etat.Attendu };
        return
        [
            .. Dans("commune/2026-02", fevrier.Fichiers), .. Dans("commune/2026-03", mars.Fichiers), .. Dans("commune/2026-03-elus", elus.Fichiers),
            .. Dans("hopital/2026-03", hopital.Fichiers),
            new("LISEZMOI.md", Encoding.UTF8.GetBytes(Lisezmoi.Texte(etats))),
            new("attendu.json", Encoding.UTF8.GetBytes(AttenduJson.Texte(new JsonArray([.. etats.Select(AttenduJson.Complet)])))),
            .. CasDeConformite.Tous().SelectMany(c => Dans($"cas/{c.Code}", c.Fichiers)),
        ];
    }

    private static (EtatPublie Etat, List<FichierFictif> Fichiers) Fevrier()
    {
        var etat = EtatPublie.Creer(CommuneFictive.Fevrier());
        var bordereau = GenerateurDeMandats.Bordereau(etat.Mois, etat.ParNature, new Numerotation(), pieces: etat.References);
        var aller = Aller(etat.Mois, "PESALR2_123_00_20260220_01.xml") with { Bordereaux = [bordereau], Pieces = etat.EnPes(emballage: Emballage.GzipEnLignes) };
        return (etat.Mandate([bordereau], "pjref"), [Pes(aller)]);
    }

    private static (EtatPublie Etat, List<FichierFictif> Fichiers) Mars()
    {
        var (mois, pieces) = CommuneFictive.Mars();
        var etat = EtatPublie.Creer(mois, 3);
        var numeros = new Numerotation();
        for (var i = 0; i < 20; i++)
            numeros.Mandat();
        numeros.Bordereau();
        var bordereau = GenerateurDeMandats.Bordereau(mois, etat.ParNature, numeros);
        bordereau = GenerateurDeMandats.Majorer(bordereau, CommuneFictive.NatureFausse, CommuneFictive.EcartPlante);
        var livrees = pieces.Where(p => p.Sort != SortDePiece.Manquante).ToList();
        var mandats = Aller(mois, "PESALR2_123_00_20260320_01.xml") with { Bordereaux = [bordereau] };
        var pj = Aller(mois, "PESPJ_123_00_20260320_02.xml") with { Pieces = [.. livrees.Take(8).Select((p, i) => GenerateurDePieces.EnPes(p, (Emballage)(i % 4)))] };
        var archive = new FichierFictif("archive-pj-2026-03.zip", ZipFictif.Creer(
            [new("entete.xhl", XhlWriter.EnteteSeul(mois, Dialecte.Standard)), .. ArchiveXemelios.Pieces(mois.Employeur.Siret, livrees.Skip(8))]));
        var publie = etat.Mandate([bordereau], "propose");
        return (publie with { Attendu = publie.Attendu with { Pieces = pieces } }, [.. etat.Xhl, Pes(mandats), Pes(pj), archive]);
    }

    private static (EtatPublie Etat, List<FichierFictif> Fichiers) Elus()
    {
        var etat = EtatPublie.Creer(CommuneFictive.Elus(3));
        var numeros = new Numerotation();
        for (var i = 0; i < 40; i++)
            numeros.Mandat();
        for (var i = 0; i < 4; i++)
            numeros.Bordereau();
        var bordereau = GenerateurDeMandats.Bordereau(etat.Mois, etat.ParNature, numeros, "01", etat.References);
        var aller = Aller(etat.Mois, "PESALR2_123_00_20260320_03.xml") with { Bordereaux = [bordereau], Pieces = etat.EnPes() };
        return (etat.Mandate([bordereau], "pjref"), [Pes(aller)]);
    }

    private static (EtatPublie Etat, List<FichierFictif> Fichiers) Hopital()
    {
        var (mois, pieces) = HopitalFictif.Mars();
        var etat = EtatPublie.Creer(mois, 2, ModeDeRepartition.ParVolume);
        var bordereau = GenerateurDeMandats.Bordereau(mois, etat.ParNature, new Numerotation(), pieces: etat.References);
        var mandats = Aller(mois, "PESALR2_456_00_20260320_01.xml") with { Bordereaux = [bordereau] };
        var pj = Aller(mois, "PESPJ_456_00_20260320_02.xml") with { Pieces = [.. etat.EnPes(), .. pieces.Select(p => GenerateurDePieces.EnPes(p, Emballage.Gzip))] };
        var acquit = AcquitWriter.Octets(mandats, [new(true, bordereau.IdBord, bordereau.Exercice)]);
        var publie = etat.Mandate([bordereau], "pjref");
        return (publie with { Attendu = publie.Attendu with { Pieces = pieces } }, [Pes(mandats), Pes(pj), new("ACQUIT_456_00_20260321_01.xml", acquit)]);
    }

    private static FichierFictif Pes(PesAllerFictif aller) => new(aller.NomFic, PesWriter.Octets(aller));

    private static PesAllerFictif Aller(MoisDePaye mois, string nom) => new(mois.Employeur, "00", new DateOnly(mois.Annee, mois.Mois, 20), nom);

    private static IEnumerable<FichierFictif> Dans(string dossier, IEnumerable<FichierFictif> fichiers) =>
        fichiers.Select(f => f with { Chemin = $"{dossier}/{f.Chemin}" });
}
