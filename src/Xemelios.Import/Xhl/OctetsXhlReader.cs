using System.Collections.Concurrent;
using Xemelios.Import.Intake;
using Xemelios.Store;

namespace Xemelios.Import.Xhl;

/// <summary>Reads pay files from their bytes, on as many threads as there are cores; the parts are given in order on the caller's.</summary>
/// <remarks>
/// A large file is cut after ends of bulletins. Each block is read as if the one before it ended where it should, inside the same
/// elements; that is checked, block after block, before anything of it is handed over.
/// </remarks>
/// <param name="tailleDeBloc">Bytes of a block, about.</param>
/// <param name="sonder">Look at the whole file for its encoding, instead of trusting what its first bytes announce.</param>
public sealed class OctetsXhlReader(int tailleDeBloc = 4 << 20, bool sonder = false) : IXhlReader
{
    private const int Ateliers = 4;
    private const int TeteDEncodage = 1024;

    /// <inheritdoc/>
    /// <exception cref="TexteInhabituelException">The file is for <see cref="XmlXhlReader"/>: what the visitor was given is to be discarded.</exception>
    public void Read(Arrivage fichier, IXhlVisitor visitor, CancellationToken annulation)
    {
        // A small file takes no more room than it has bytes; one more lets its end be seen at once.
        var taille = (int)Math.Min(tailleDeBloc, (fichier.OctetsAnnonces ?? tailleDeBloc) + 1);
        using var decoupe = new DecoupeDeBlocs(fichier.Ouvrir(), taille);
        var premier = decoupe.Suivant()!;
        var encodage = Encodage(fichier, premier) ?? throw new TexteInhabituelException();
        var assemblage = new AssemblageDuDocument(visitor);
        using var atelier = new Atelier(encodage, visitor.NouveauLot());
        atelier.Lire(premier, EtatDeLecture.Debut, null);
        if (premier.EstLeDernier)
            atelier.Livrer(assemblage);
        else
            LireLaSuite(decoupe, visitor, encodage, atelier, assemblage, annulation);
        assemblage.Conclure(0);
    }

    private EncodageDOctets? Encodage(Arrivage fichier, BlocDeXml premier) =>
        sonder
            ? EncodageDOctets.Sonde(fichier.Ouvrir())
            : EncodageDOctets.Annonce(premier.Octets[..Math.Min(TeteDEncodage, premier.Longueur)]);

    private static void LireLaSuite(
        DecoupeDeBlocs decoupe, IXhlVisitor visitor, EncodageDOctets encodage, Atelier premier, AssemblageDuDocument assemblage, CancellationToken annulation)
    {
        var (etat, budget) = (premier.Etat, premier.BudgetDuFichier);
        using var arret = CancellationTokenSource.CreateLinkedTokenSource(annulation);
        using var blocs = new BlockingCollection<BlocDeXml>(2);
        var coupe = Task.Run(() => Couper(decoupe, blocs, arret.Token), CancellationToken.None);
        var libres = new Queue<Atelier>(Enumerable.Range(0, Ateliers).Select(_ => new Atelier(encodage, visitor.NouveauLot())));
        var enCours = new Queue<(Atelier Atelier, Task Lecture)>();
        try
        {
            Lancer();
            // The tables are made ready for the file while the others read.
            premier.Livrer(assemblage);
            for (; enCours.Count > 0; Lancer())
            {
                var (fini, lecture) = enCours.Dequeue();
                lecture.GetAwaiter().GetResult();
                if (!fini.Bloc!.EstLeDernier && !fini.Etat.EstLeMemeQue(etat))
                    throw new TexteInhabituelException();
                using (Etapes.Commencer("ajout aux tables"))
                    fini.Livrer(assemblage);
                decoupe.Rendre(fini.Bloc);
                libres.Enqueue(fini);
            }

            coupe.GetAwaiter().GetResult();
        }
        finally
        {
            arret.Cancel();
            Attendre([coupe, .. enCours.Select(e => e.Lecture)]);
        }

        void Lancer()
        {
            while (libres.Count > 0 && Prochain(blocs, enCours.Count == 0, arret.Token) is { } bloc)
            {
                var atelier = libres.Dequeue();
                enCours.Enqueue((atelier, Task.Run(() => atelier.Lire(bloc, etat, budget), arret.Token)));
            }
        }
    }

    /// <summary>A block that is there, or the next one when there is nothing else to do; null at the end.</summary>
    private static BlocDeXml? Prochain(BlockingCollection<BlocDeXml> blocs, bool attendre, CancellationToken annulation) =>
        blocs.TryTake(out var bloc, attendre ? Timeout.Infinite : 0, annulation) ? bloc : null;

    private static void Couper(DecoupeDeBlocs decoupe, BlockingCollection<BlocDeXml> blocs, CancellationToken annulation)
    {
        try
        {
            while (true)
            {
                using var etape = Etapes.Commencer("découpe");
                if (decoupe.Suivant() is not { } bloc)
                    return;
                etape?.Stop();
                blocs.Add(bloc, annulation);
            }
        }
        finally
        {
            blocs.CompleteAdding();
        }
    }

    /// <summary>Nothing of this reading goes on after it: what the others would still say is of no interest.</summary>
    private static void Attendre(Task[] taches)
    {
        try
        {
            Task.WaitAll(taches);
        }
        catch (AggregateException)
        {
        }
    }
}
