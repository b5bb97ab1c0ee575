using Xemelios.Import.Intake;
using Xemelios.Store;
using Xemelios.Store.Tables;

namespace Xemelios.Import;

/// <summary>Small pay files that share one transaction: a transaction, its queries and its checkpoint cost ten times what their bulletins do.</summary>
/// <remarks>
/// A small file is read whole before anything of it is written, so that one which is refused, or is for another reader, disturbs no
/// other: it is left to be imported alone, as is whatever may replace another. When something fails once writing has begun, the
/// transaction is given up and the files that it held are imported one by one.
/// </remarks>
internal sealed class LotDeFichiers(SessionDImport session) : IDisposable
{
    /// <summary>The fast reader takes so many bytes as one block.</summary>
    private const int OctetsParFichier = (256 << 10) - 1;
    private const int FichiersMax = 250;
    private const long OctetsMax = 16 << 20;

    private readonly List<Membre> _membres = [];
    private readonly HashSet<Domain.Valeurs.Empreinte> _empreintes = [];
    private TransactionDImport? _transaction;
    private long _octets;

    /// <summary>No file more before <see cref="Conclure"/>.</summary>
    public bool EstPlein => _membres.Count >= FichiersMax || _octets >= OctetsMax;

    /// <summary>Writes a file with the others; false when it is to be imported alone, after <see cref="Conclure"/>.</summary>
    /// <remarks>It counts as imported, and is reported in its context, after <see cref="Conclure"/>: until then it must remain readable.</remarks>
    public bool Prendre(Arrivage arrivage, Lieu lieu, ContexteDImport contexte)
    {
        var import = new ImportDeXhl(contexte);
        try
        {
            if (EstPlein || contexte.SeulLecteur is not null || !Convient(arrivage) || Ecrire(arrivage, lieu, contexte, import) is not { } membre)
                return false;
            _membres.Add(membre);
            _octets += arrivage.Octets;
            return true;
        }
        catch (Exception seul) when (seul is not OperationCanceledException)
        {
            // Alone, it will meet the same obstacle, and be told of as it deserves.
            if (import.AEcrit)
                ReprendreUnParUn();
            return false;
        }
    }

    /// <summary>Commits, then reports every file, in the order in which they were taken.</summary>
    public void Conclure()
    {
        List<FichierImporte> fichiers = [];
        try
        {
            if (_membres.Count > 0)
                fichiers = Terminer(_transaction ??= session.Commencer());
        }
        catch (Exception echec) when (echec is not OperationCanceledException)
        {
            ReprendreUnParUn();
            return;
        }

        foreach (var (membre, fichier) in _membres.Zip(fichiers))
            membre.Contexte.Rapporter(fichier);
        Oublier();
    }

    /// <summary>Gives up what was not concluded: nothing of it stays.</summary>
    public void Dispose() => _transaction?.Dispose();

    private static bool Convient(Arrivage arrivage) =>
        arrivage.OctetsAnnonces is > 0 and <= OctetsParFichier && arrivage.Octets <= OctetsParFichier && Reconnaissance.Reconnaitre(arrivage) == TypeDeContenu.Xhl;

    private Membre? Ecrire(Arrivage arrivage, Lieu lieu, ContexteDImport contexte, ImportDeXhl import)
    {
        if (_empreintes.Contains(arrivage.Empreinte))
            return null;
        var connu = contexte.Connu(arrivage);
        if (connu is { Type: TypesDeFichier.EnCours } or { EstRemplace: true })
            return null;
        if (connu is { EstArchive: true })
            return new Membre(arrivage, lieu, contexte, null, ContexteDImport.DejaArchive(arrivage, connu.Type));
        _transaction ??= session.Commencer();
        if (connu is not null)
        {
            _transaction.Contenus.Livraison(ContexteDImport.Livraison(arrivage, connu.Id, lieu));
            return new Membre(arrivage, lieu, contexte, null, ContexteDImport.DejaImporte(arrivage, connu.Type));
        }

        var ecrit = import.EcrireParmiDAutres(_transaction, arrivage, lieu);
        _empreintes.Add(arrivage.Empreinte);
        return new Membre(arrivage, lieu, contexte, ecrit, null);
    }

    /// <summary>What needs all the rows in their tables, asked once for all files.</summary>
    private List<FichierImporte> Terminer(TransactionDImport transaction)
    {
        using (Etapes.Commencer("fin des tables"))
            transaction.Verser();
        using var etape = Etapes.Commencer("remplacement, signes et validation");
        var ecrits = _membres.Where(m => m.Ecrit is not null).Select(m => m.Ecrit!.Contenu).ToList();
        var enNegatif = ecrits.Count == 0 ? new HashSet<int>() : transaction.EcritsEnNegatif(ecrits[0], ecrits[^1]);
        var fichiers = _membres.ConvertAll(m => m.Deja ?? m.Ecrit!.Conclure(Etats.Importe, enNegatif));
        transaction.Contenus.Nouveaux([.. _membres.Zip(fichiers).Where(m => m.First.Ecrit is not null).Select(m => new NouveauContenu(
            m.First.Ecrit!.Livraison, m.First.Arrivage.Empreinte, m.Second.Type, m.Second.Octets, m.Second.Anomalies))]);
        transaction.Valider();
        return fichiers;
    }

    private void ReprendreUnParUn()
    {
        var membres = _membres.ToList();
        Oublier();
        foreach (var membre in membres)
            ImportDeFichier.Importer(membre.Arrivage, membre.Lieu, membre.Contexte);
    }

    private void Oublier()
    {
        _transaction?.Dispose();
        _transaction = null;
        _membres.Clear();
        _empreintes.Clear();
        _octets = 0;
    }

    /// <param name="Ecrit">Null for a content that was stored already.</param>
    /// <param name="Deja">Its line in the report, then.</param>
    private sealed record Membre(Arrivage Arrivage, Lieu Lieu, ContexteDImport Contexte, XhlEcrit? Ecrit, FichierImporte? Deja);
}
