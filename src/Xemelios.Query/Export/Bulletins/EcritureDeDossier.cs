using System.Globalization;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using Xemelios.Query.Bulletins;

namespace Xemelios.Query.Export.Bulletins;

/// <summary>Writes a dossier de contrôle: a zip of the bulletins in one PDF, their pieces as received, criteria and fingerprints.</summary>
/// <remarks>A piece that is not there is listed with its reason, never left out in silence.</remarks>
public sealed class EcritureDeDossier
{
    public const string TypeMime = "application/zip";

    private readonly List<BulletinDuDossier> _bulletins = [];
    private readonly List<FichierSource> _sources = [];
    private readonly Dictionary<(string?, string?, string?), (JustificatifDeBulletin Piece, List<string> Bulletins)> _references = [];
    private readonly DossierDeControle _dossier;
    private readonly ZipArchive _zip;

    private EcritureDeDossier(DossierDeControle dossier, ZipArchive zip) => (_dossier, _zip) = (dossier, zip);

    /// <exception cref="ArgumentException">there is no bulletin.</exception>
    public static SommaireDeDossier Ecrire(DossierDeControle dossier, Stream sortie)
    {
        using var zip = new ZipArchive(sortie, ZipArchiveMode.Create, leaveOpen: true, Encoding.UTF8);
        return new EcritureDeDossier(dossier, zip).Ecrire();
    }

    private SommaireDeDossier Ecrire()
    {
        var empreinte = Bulletins();
        var pieces = _references.Values.ToList();
        var ecrites = new Dictionary<string, PieceDuDossier>(StringComparer.Ordinal);
        var toutes = pieces.ConvertAll(p => Piece(p.Piece, p.Bulletins, ecrites));
        var sommaire = new SommaireDeDossier(
            _dossier.Titre, _dossier.Criteres, _dossier.Etabli, _dossier.Utilisateur, empreinte, _bulletins, _sources,
            [.. toutes.Where(p => p.Manque is null)], [.. toutes.Where(p => p.Manque is not null)]);
        Texte("criteres.txt", Criteres(sommaire));
        using (var empreintes = Entree("empreintes.csv"))
            new EcritureCsv { AvecEnTete = false }.Ecrire(Empreintes(sommaire), new ProvenanceDeTable(_dossier.Criteres, _dossier.Etabli, _dossier.Utilisateur, []), empreintes);
        Texte("sommaire.json", ReponseJson.Write(sommaire));
        return sommaire;
    }

    private string Bulletins()
    {
        using var sha = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        using (var entree = Entree("bulletins.pdf"))
        using (var hache = new FluxHache(entree, sha))
            EcritureDeBulletins.Ecrire(_dossier.Bulletins.Select(Retenir), _dossier.Titre, _dossier.Etabli, hache);
        return Convert.ToHexStringLower(sha.GetHashAndReset());
    }

    private BulletinDetaille Retenir(BulletinDetaille b)
    {
        _bulletins.Add(new BulletinDuDossier(b.Matricule, b.Nom, b.Prenom, b.Annee, b.Mois, b.Siret, b.Volume, b.Ordre));
        var source = new FichierSource(b.NomDeFichier ?? b.Volume, b.Volume);
        if (!_sources.Contains(source))
            _sources.Add(source);
        foreach (var piece in b.Justificatifs)
        {
            var cle = (piece.IdUnique, piece.Nom, piece.Empreinte);
            if (!_references.TryGetValue(cle, out var reference))
                _references[cle] = reference = (piece, []);
            reference.Bulletins.Add(EcritureDeBulletins.Titre(b));
        }

        return b;
    }

    // One content is written once, whatever the number of names under which bulletins reference it.
    private PieceDuDossier Piece(JustificatifDeBulletin piece, List<string> bulletins, Dictionary<string, PieceDuDossier> ecrites)
    {
        var manquante = new PieceDuDossier(piece.IdUnique, piece.Nom, null, piece.Empreinte, null, null, bulletins);
        if (piece.Empreinte is not { } empreinte)
            return manquante with { Manque = piece.SupportLibelle is { } support ? $"non reçue (support : {support})" : "non reçue" };
        if (ecrites.TryGetValue(empreinte, out var deja))
            return deja with { IdUnique = piece.IdUnique, Nom = piece.Nom, Bulletins = bulletins };
        using var contenu = _dossier.Ouvrir(empreinte);
        if (contenu is null)
            return manquante with { Manque = "reçue, mais son contenu ne se relit pas" };
        var chemin = string.Create(CultureInfo.InvariantCulture, $"pieces/{ecrites.Count + 1:0000}-{NomDeFichier.DePiece(piece.Nom ?? piece.IdUnique, piece.TypeMime)}");
        var (lue, octets) = Copier(contenu.Flux, chemin);
        return ecrites[empreinte] = manquante with
        {
            Chemin = chemin, Octets = octets, Empreinte = lue, Manque = lue == empreinte ? null : $"son contenu n'est plus celui qui a été reçu ({empreinte})",
        };
    }

    private (string Empreinte, long Octets) Copier(Stream contenu, string chemin)
    {
        using var sha = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        using var entree = Entree(chemin);
        using var hache = new FluxHache(entree, sha);
        contenu.CopyTo(hache);
        return (Convert.ToHexStringLower(sha.GetHashAndReset()), hache.Length);
    }

    private string Criteres(SommaireDeDossier s)
    {
        var lignes = new StringBuilder();
        foreach (var (nom, valeur) in new ProvenanceDeTable(s.Criteres, s.Etabli, s.Utilisateur, []).Dire(s.Titre))
            lignes.Append(CultureInfo.InvariantCulture, $"{nom} : {valeur}\r\n");
        lignes.Append(CultureInfo.InvariantCulture, $"Bulletins : {s.Bulletins.Count}\r\nPièces présentes : {s.Pieces.Count}\r\nPièces manquantes : {s.Manquantes.Count}\r\n");
        foreach (var piece in s.Manquantes)
            lignes.Append(CultureInfo.InvariantCulture, $"- {piece.Nom ?? piece.IdUnique ?? "sans nom"} : {piece.Manque} ({string.Join(" ; ", piece.Bulletins)})\r\n");
        return lignes.ToString();
    }

    private static TableDeReponse Empreintes(SommaireDeDossier s) => new(
        "Empreintes",
        [
            new("sorte", "Sorte", TypeDeColonne.Texte), new("nom", "Nom", TypeDeColonne.Texte), new("chemin", "Chemin dans le dossier", TypeDeColonne.Texte),
            new("empreinte", "SHA-256", TypeDeColonne.Texte), new("octets", "Octets", TypeDeColonne.Entier), new("etat", "État", TypeDeColonne.Texte),
        ],
        [
            ["bulletins", s.Titre, "bulletins.pdf", s.EmpreinteDesBulletins, null, "présent"],
            .. s.Sources.Select(f => (IReadOnlyList<object?>)["fichier source", f.Nom, null, f.Empreinte, null, "reçu"]),
            .. s.Pieces.Concat(s.Manquantes).Select(p => (IReadOnlyList<object?>)
                ["pièce", p.Nom ?? p.IdUnique, p.Chemin, p.Empreinte, p.Octets, p.Manque ?? "présente"]),
        ]);

    private Stream Entree(string chemin)
    {
        var entree = _zip.CreateEntry(chemin, CompressionLevel.Fastest);
        entree.LastWriteTime = _dossier.Etabli;
        return entree.Open();
    }

    private void Texte(string chemin, string texte)
    {
        using var entree = Entree(chemin);
        entree.Write(Encoding.UTF8.GetBytes(texte));
    }
}
