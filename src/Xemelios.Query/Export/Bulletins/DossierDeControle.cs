using Xemelios.Query.Bulletins;

namespace Xemelios.Query.Export.Bulletins;

/// <summary>What a dossier de contrôle is made of.</summary>
/// <param name="Titre">Of the document of bulletins.</param>
/// <param name="Bulletins">Read once, one after the other.</param>
/// <param name="Ouvrir">The bytes of a piece by their fingerprint, disposed of by the dossier; null when nothing gives them back.</param>
public sealed record DossierDeControle(
    string Titre, string Criteres, DateTimeOffset Etabli, string Utilisateur, IEnumerable<BulletinDetaille> Bulletins, Func<string, ContenuDePiece?> Ouvrir);

/// <summary>The bytes of a piece, and what must be disposed of once they are read.</summary>
public sealed record ContenuDePiece(Stream Flux, IDisposable? Support = null) : IDisposable
{
    public void Dispose()
    {
        Flux.Dispose();
        Support?.Dispose();
    }
}

/// <summary>A bulletin of the dossier.</summary>
public sealed record BulletinDuDossier(string? Matricule, string? Nom, string? Prenom, int Annee, int Mois, string Siret, string Volume, int Ordre);

/// <summary>A piece that bulletins of the dossier reference.</summary>
/// <param name="Chemin">In the dossier; null when it is missing.</param>
/// <param name="Manque">Why it is missing; null when it is there.</param>
public sealed record PieceDuDossier(string? IdUnique, string? Nom, string? Chemin, string? Empreinte, long? Octets, string? Manque, IReadOnlyList<string> Bulletins);

/// <summary>What the dossier holds and what it lacks: <c>sommaire.json</c>.</summary>
public sealed record SommaireDeDossier(
    string Titre, string Criteres, DateTimeOffset Etabli, string Utilisateur, string EmpreinteDesBulletins, IReadOnlyList<BulletinDuDossier> Bulletins,
    IReadOnlyList<FichierSource> Sources, IReadOnlyList<PieceDuDossier> Pieces, IReadOnlyList<PieceDuDossier> Manquantes);
