using Xemelios.Domain.Constats;
using Xemelios.Import.Intake;
using Xemelios.Import.Suppressions;
using Xemelios.Import.Xhl;
using Xemelios.Store;
using Xemelios.Store.Gestion;
using Xemelios.Store.Tables;
using Xemelios.Store.TextIndex;

namespace Xemelios.Import;

/// <summary>Where a file was found: on its own, in an archive, in a PES flow.</summary>
internal sealed record Lieu
{
    public static readonly Lieu Seul = new();

    /// <summary>Key of the container, or null.</summary>
    public int? Contenant { get; init; }

    /// <summary>Depth of the archives around the file.</summary>
    public int Profondeur { get; init; }

    /// <summary>Folder in which it was received on its own.</summary>
    public string? Dossier { get; init; }

    /// <summary>In a PES flow: byte where its Fichier element starts.</summary>
    public long? Octet { get; init; }

    /// <summary>In a PES flow: the name that the flow gives it (NomPJ).</summary>
    public string? Nom { get; init; }
}

/// <summary>What the importers of one received file share.</summary>
internal sealed class ContexteDImport(Entrepot entrepot, SessionDImport session, Spool spool, CancellationToken annulation)
{
    private readonly List<FichierImporte> _fichiers = [];

    public Entrepot Entrepot => entrepot;

    public SessionDImport Session => session;

    public Spool Spool => spool;

    public CancellationToken Annulation => annulation;

    /// <summary>One for each received file: its limits count nested archives too.</summary>
    public LecteurDArchive Archives { get; } = new(spool);

    public Indexation Indexation { get; } = new(entrepot);

    public IReadOnlyList<FichierImporte> Fichiers => _fichiers;

    /// <summary>What was deleted since this file was received; null when nothing ever was.</summary>
    public EcartesDUneReception? Ecartes { get; init; }

    /// <summary>What was answered for the files that name no budget.</summary>
    public BudgetsDonnes? Budgets { get; init; }

    /// <summary>The one reader of pay files; null for the product's own choice.</summary>
    public IXhlReader? SeulLecteur { get; init; }

    /// <summary>Told after each bulletin, for the progress bar.</summary>
    public Action<int> BulletinsLus { get; init; } = _ => { };

    /// <summary>The same content, when it is stored already.</summary>
    /// <remarks>Told without waiting for the fingerprint when no stored content has this length.</remarks>
    public ContenuConnu? Connu(Arrivage arrivage) =>
        arrivage.OctetsAnnonces is { } octets && !session.AUnContenuDe(octets) ? null : session.Trouver(arrivage.Empreinte);

    public void Rapporter(FichierImporte fichier) => _fichiers.Add(fichier);

    public void Rejeter(Arrivage arrivage, string type, params IReadOnlyList<Anomalie> motifs) =>
        Rapporter(new FichierImporte(
            arrivage.Chemin, type, Etats.Rejete, arrivage.Empreinte.Hexadecimal, arrivage.Octets, 0, 0, 0, 0, motifs));

    /// <summary>A content that is stored already: only the new place is written.</summary>
    public void RapporterDejaImporte(Arrivage arrivage, string type, int contenu, Lieu lieu)
    {
        using (var transaction = session.Commencer())
        {
            transaction.Contenus.Livraison(Livraison(arrivage, contenu, lieu));
            transaction.Valider();
        }

        Rapporter(DejaImporte(arrivage, type));
    }

    /// <summary>A content that has left for the archive base: it does not come back.</summary>
    public void RapporterArchive(Arrivage arrivage, string type) => Rapporter(DejaArchive(arrivage, type));

    public static FichierImporte DejaArchive(Arrivage arrivage, string type) =>
        DejaImporte(arrivage, type) with { Anomalies = [CatalogueDesAnomalies.DejaArchive.En(Provenance.Inconnue)] };

    /// <summary>The content was deleted after this file was received.</summary>
    public bool EstEcarte(Arrivage arrivage) => Ecartes?.Contenu(arrivage.Empreinte.Hexadecimal) == true;

    /// <summary>The container is stored without what was deleted of it, and comes back.</summary>
    public bool EstIncomplet(Arrivage arrivage) => Ecartes?.Incomplet(arrivage.Empreinte.Hexadecimal) == true;

    public static FichierImporte DejaImporte(Arrivage arrivage, string type) =>
        new(arrivage.Chemin, type, Etats.DejaImporte, arrivage.Empreinte.Hexadecimal, arrivage.Octets, 0, 0, 0, 0, []);

    public static LivraisonAEcrire Livraison(Arrivage arrivage, int contenu, Lieu lieu) =>
        new(contenu, lieu.Contenant, arrivage.Indice, arrivage.Chemin, lieu.Nom ?? arrivage.Nom, lieu.Dossier, lieu.Octet);
}
