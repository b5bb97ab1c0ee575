using System.Globalization;
using System.IO.Compression;
using System.Text.Json;
using Xemelios.Query.Bulletins;
using Xemelios.Query.Export;
using Xemelios.Query.Export.Bulletins;
using Xemelios.Query.Notes;

namespace Xemelios.Query.Restitutions;

/// <summary>Writes all that is held on an agent as one zip: the same data at the same instant give the same bytes.</summary>
/// <remarks>What cannot be given is named with its reason, in its list and in LISEZMOI.txt.</remarks>
public sealed class EcritureDeRestitution
{
    public const string TypeMime = "application/zip";

    private readonly Restitution _restitution;
    private readonly ZipEmpreint _zip;
    private int _sourcesManquantes;
    private long _consultations;

    private EcritureDeRestitution(Restitution restitution, ZipEmpreint zip) => (_restitution, _zip) = (restitution, zip);

    public static BilanDeRestitution Ecrire(Restitution restitution, Stream sortie)
    {
        using var zip = new ZipEmpreint(sortie, restitution.Etabli);
        return new EcritureDeRestitution(restitution, zip).Ecrire();
    }

    private BilanDeRestitution Ecrire()
    {
        var plan = _restitution.Plan;
        Table("identite", DescriptionDAgent.EnTable(_restitution.Descriptions), new EcritureJson(), new EcritureCsv());
        Bulletins();
        Csv("sources/index.csv", TablesDeRestitution.Sources([.. plan.Bulletins.Select(Source)]));
        var pieces = Pieces();
        Csv("pieces/liste.csv", TablesDeRestitution.Pieces(pieces));
        Csv("consultations.csv", TablesDeRestitution.Consultations(_restitution.Consultations.Select(Compter)));
        Csv("notes.csv", TablesDeRestitution.Notes(_restitution.Notes));
        Csv("controles.csv", TablesDeRestitution.Controles(_restitution.Controles, _restitution.Pointages));
        var bilan = new BilanDeRestitution(
            plan.Siret, plan.Matricule, plan.Bulletins.Count, _restitution.Descriptions.Count, _sourcesManquantes, pieces.Count, pieces.Count(p => p.Chemin is not null),
            pieces.Count(p => p.Piece.EstPartagee), _consultations, _restitution.Notes.Count, _zip.Fichiers);
        _zip.Texte("LISEZMOI.txt", LisezMoi.De(_restitution, bilan));
        Csv("empreintes.csv", TablesDeRestitution.Empreintes([.. _zip.Fichiers]));
        return bilan with { Fichiers = [.. _zip.Fichiers.SkipLast(1)] };
    }

    private void Bulletins()
    {
        _zip.Ecrire("bulletins/bulletins.json", flux =>
        {
            using var json = new Utf8JsonWriter(flux, new JsonWriterOptions { Encoder = ReponseJson.Options.Encoder, Indented = true });
            json.WriteStartArray();
            foreach (var bulletin in Lus())
            {
                JsonSerializer.Serialize(json, bulletin, ReponseJson.Options);
                json.Flush();
            }

            json.WriteEndArray();
        });
        foreach (var bulletin in Lus())
        {
            var titre = "Bulletin de paye – " + EcritureDeBulletins.Titre(bulletin);
            _zip.Ecrire($"bulletins/{Nom(bulletin)}.pdf", flux => EcritureDeBulletins.Ecrire([bulletin], titre, _restitution.Etabli, flux));
        }
    }

    private IEnumerable<BulletinDetaille> Lus() => _restitution.Plan.Bulletins.Select(b => _restitution.Bulletin(b.Adresse)).OfType<BulletinDetaille>();

    private SourceRestituee Source(BulletinARestituer bulletin)
    {
        if (_restitution.Source(bulletin) is not { } octets)
        {
            _sourcesManquantes++;
            return new SourceRestituee(bulletin, null, null, null);
        }

        var fichier = _zip.Ecrire($"sources/{Nom(bulletin)}.xml", flux => flux.Write(octets));
        return new SourceRestituee(bulletin, fichier.Chemin, fichier.Octets, fichier.Empreinte);
    }

    private List<PieceRestituee> Pieces()
    {
        var copiees = new Dictionary<string, FichierDeRestitution>(StringComparer.Ordinal);
        return [.. _restitution.Plan.Pieces.Select(p => Piece(p, copiees))];
    }

    // One content is written once, whatever the number of names under which bulletins cite it.
    private PieceRestituee Piece(PieceARestituer piece, Dictionary<string, FichierDeRestitution> copiees)
    {
        if (piece.Empreinte is not { } empreinte)
            return new PieceRestituee(piece, null, "non reçue : elle n'est pas détenue ici");
        if (piece.EstPartagee)
            return new PieceRestituee(piece, null, "non copiée : elle concerne aussi d'autres agents, dont elle donnerait les données");
        if (copiees.TryGetValue(empreinte, out var deja))
            return new PieceRestituee(piece, deja.Chemin, null);
        using var contenu = _restitution.Ouvrir(empreinte);
        if (contenu is null)
            return new PieceRestituee(piece, null, "reçue, mais son contenu ne se relit pas");
        var chemin = string.Create(CultureInfo.InvariantCulture, $"pieces/{copiees.Count + 1:0000}-{NomDeFichier.DePiece(piece.Nom ?? piece.IdUnique, piece.TypeMime)}");
        var fichier = copiees[empreinte] = _zip.Ecrire(chemin, contenu.Flux.CopyTo);
        return new PieceRestituee(piece, chemin, fichier.Empreinte == empreinte ? null : "son contenu n'est plus celui qui a été reçu");
    }

    private ConsultationDite Compter(ConsultationDite consultation)
    {
        _consultations++;
        return consultation;
    }

    private void Table(string nom, TableDeReponse table, params IReadOnlyList<IEcritureDeTable> ecritures)
    {
        foreach (var ecriture in ecritures)
            _zip.Ecrire($"{nom}.{ecriture.Extension}", flux => ecriture.Ecrire(table, Provenance, flux));
    }

    private void Csv(string chemin, TableDeReponse table) => _zip.Ecrire(chemin, flux => new EcritureCsv { AvecEnTete = false }.Ecrire(table, Provenance, flux));

    private ProvenanceDeTable Provenance => new(_restitution.Motif, _restitution.Etabli, _restitution.Utilisateur, []);

    private static string Nom(BulletinDetaille b) => Nom(b.Annee, b.Mois, b.Volume, b.Ordre);

    private static string Nom(BulletinARestituer b) => Nom(b.Mois.Annee, b.Mois.Mois, b.Adresse.Volume, b.Adresse.Ordre);

    /// <summary>Month, first digits of the fingerprint of the file, rank in it: no name of a person.</summary>
    private static string Nom(int annee, int mois, string volume, int ordre) =>
        string.Create(CultureInfo.InvariantCulture, $"{annee:0000}-{mois:00}-{volume[..12]}-{ordre:00000}");
}
