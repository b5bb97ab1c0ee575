using System.Text.Json.Nodes;

namespace Xemelios.Samples;

/// <summary>Containers and layouts.</summary>
internal static class CasDArchives
{
    public static IEnumerable<CasDeConformite> Tous() => [.. Conteneurs().Concat(Pieces()).Select(c => c.Fini())];

    private static IEnumerable<Cas> Conteneurs()
    {
        var etat = EtatPublie.Creer(MoisDeCas.Petit(6), 2);
        yield return Conteneur("archive-zip", "Volumes dans un zip", new("paye.zip", ZipFictif.Creer(etat.Xhl)));
        yield return Conteneur("archive-tar-gz", "Volumes dans un tar.gz", new("paye.tar.gz", TarFictif.CreerGz(etat.Xhl)));
        var interne = new FichierFictif("lot/interne.zip", ZipFictif.Creer(etat.Xhl));
        yield return Conteneur("archive-zip-emboites", "Zip dans un zip dans un zip", new("depot.zip", ZipFictif.Creer([new("milieu.zip", ZipFictif.Creer([interne]))])));
        var ignore = new FichierFictif("_brouillon.xhl", [.. "<?xml version=\"1.0\"?><brouillon/>"u8]);
        yield return Conteneur("archive-souligne", "Entrée dont le nom commence par _ : laissée de côté", new("paye.zip", ZipFictif.Creer([ignore, .. etat.Xhl])));
        var seul = EtatPublie.Creer(MoisDeCas.Petit());
        yield return new Cas("archive-gz", "Fichier compressé par gzip").Avec(new FichierFictif($"{seul.Xhl[0].Chemin}.gz", GzipFictif.Compresser(seul.Xhl[0].Contenu))).Etat(seul.Attendu);

        Cas Conteneur(string code, string description, FichierFictif fichier) => new Cas(code, description).Avec(fichier).Etat(etat.Attendu);
    }

    private static IEnumerable<Cas> Pieces()
    {
        var hasard = new Hasard(3);
        var brut = MoisDeCas.Petit();
        var pieces = GenerateurDePieces.Pieces(hasard, $"{brut.Employeur.Siret}", brut.Employeur.Nom, presentes: 2, manquantes: 1, orphelines: 1);
        var livrees = pieces.Where(p => p.Sort != SortDePiece.Manquante).ToList();
        var mois = GenerateurDePieces.Rattacher(hasard, brut, pieces);
        yield return SurPapier(brut);
        var etat = EtatPublie.Creer(mois);
        var attendu = etat.Attendu with { Pieces = pieces };
        var siret = mois.Employeur.Siret;
        yield return new Cas("pj-dans-zip", "XHL et dossier PJ/<SIRET> dans un zip")
            .Avec(new FichierFictif("paye.zip", ZipFictif.Creer([.. etat.Xhl, .. ArchiveXemelios.Pieces(siret, livrees)]))).Etat(attendu);
        yield return new Cas("pj-entete-seul", "XHL d'un côté, de l'autre une archive d'un XHL réduit à son en-tête et de PJ")
            .Avec([.. etat.Xhl, new FichierFictif("pj.zip", ZipFictif.Creer([new("entete.xhl", XhlWriter.EnteteSeul(mois, Dialecte.Standard)), .. ArchiveXemelios.Pieces(siret, livrees)]))])
            .Etat(attendu);
        yield return new Cas("pj-manifeste", "Archive à manifeste sur deux volumes").Avec(ArchiveXemelios.AvecManifeste("archive", mois, etat.Xhl, livrees, nomsOpaques: false)).Etat(attendu);
        yield return new Cas("pj-manifeste-opaque", "Archive à manifeste, pièces sous des noms que seul le manifeste explique")
            .Avec(ArchiveXemelios.AvecManifeste("archive", mois, etat.Xhl, livrees, nomsOpaques: true)).Etat(attendu);
        var pes = new PesAllerFictif(mois.Employeur, "00", new DateOnly(2026, 3, 20), "pj.xml") { Pieces = [.. livrees.Select((p, i) => GenerateurDePieces.EnPes(p, (Emballage)i))] };
        yield return new Cas("pj-dans-pes", "PJ dans un PES_PJ").Avec([.. etat.Xhl, new FichierFictif(pes.NomFic, PesWriter.Octets(pes))]).Etat(attendu);
    }

    private static Cas SurPapier(MoisDePaye mois)
    {
        var premier = mois.Bulletins[0] with { Pieces = [new ReferenceDePiece("02", "PAPIER001", null)] };
        var etat = EtatPublie.Creer(mois with { Bulletins = [premier, .. mois.Bulletins.Skip(1)] });
        return new Cas("pj-sur-papier", "Référence à une pièce sur papier : absente des fichiers, son support dit pourquoi").Avec(etat.Xhl).Etat(etat.Attendu)
            .Cle("justificatifs", new JsonObject { ["manquantes"] = 1, ["orphelines"] = 0 });
    }
}
