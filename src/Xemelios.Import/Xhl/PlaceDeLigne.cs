using Xemelios.Domain.Constats;
using Xemelios.Domain.Paye;
using Xemelios.Import.Intake;

namespace Xemelios.Import.Xhl;

/// <summary>Finds where a line of a bulletin starts in its file: the tables keep the place of the bulletin alone.</summary>
public static class PlaceDeLigne
{
    private const int TailleDeBloc = 64 << 10;
    private const int TeteDEncodage = 1024;

    /// <summary>The byte where the line starts, or null when there is no such line.</summary>
    /// <param name="fichier">A pay file that was imported.</param>
    /// <param name="octetDuBulletin">Where the bulletin starts.</param>
    /// <param name="position">Rank of the line in the bulletin, from 1.</param>
    public static long? Trouver(Arrivage fichier, long octetDuBulletin, int position, CancellationToken annulation)
    {
        if (octetDuBulletin < 0 || octetDuBulletin >= fichier.Octets)
            return null;
        try
        {
            return LireLeBulletin(fichier, octetDuBulletin) is { } bulletin ? Place(bulletin, position) : null;
        }
        catch (TexteInhabituelException)
        {
            return Rechercher(fichier, octetDuBulletin, position, annulation);
        }
    }

    private static long? Place(Bulletin bulletin, int position) =>
        position >= 1 && position <= bulletin.Lignes.Count ? bulletin.Lignes[position - 1].Octet : null;

    /// <summary>Reads the bulletin alone, as if the file had brought the reader there.</summary>
    private static Bulletin? LireLeBulletin(Arrivage fichier, long octet)
    {
        using var flux = fichier.Ouvrir();
        var tete = new byte[TeteDEncodage];
        var encodage = EncodageDOctets.Annonce(tete.AsSpan(0, flux.ReadAtLeast(tete, tete.Length, throwOnEndOfStream: false))) ?? throw new TexteInhabituelException();
        flux.Position = octet;
        using var decoupe = new DecoupeDeBlocs(flux, TailleDeBloc);
        if (decoupe.Suivant() is not { } bloc)
            return null;
        bloc.Octet = octet;
        using var curseur = new CurseurDOctets(encodage);
        curseur.Commencer(bloc, new EtatDeLecture([new(Balise.DocumentPaye, null), new(Balise.DonneesIndiv, null)], []));
        if (!curseur.EnfantSuivant(1) || curseur.Balise != Balise.PayeIndivMensuel)
            return null;
        return new LecteurDeBulletin(curseur, new LecteurDeValeurs(curseur, _ => { }), new TamponDeLignes()).Lire();
    }

    /// <summary>Reads the file from its beginning to the bulletin, whatever its form.</summary>
    private static long? Rechercher(Arrivage fichier, long octet, int position, CancellationToken annulation)
    {
        using var arret = CancellationTokenSource.CreateLinkedTokenSource(annulation);
        var recherche = new Recherche(octet, position, arret);
        try
        {
            new XmlXhlReader().Read(fichier, recherche, arret.Token);
        }
        catch (OperationCanceledException) when (recherche.Finie && !annulation.IsCancellationRequested)
        {
        }

        return recherche.Trouvee;
    }

    private sealed class Recherche(long octet, int position, CancellationTokenSource arret) : IXhlVisitor, ILotDeBulletins
    {
        public bool Finie { get; private set; }

        public long? Trouvee { get; private set; }

        public void Ajouter(Bulletin bulletin)
        {
            if (bulletin.Provenance.Octet != octet)
                return;
            (Finie, Trouvee) = (true, Place(bulletin, position));
            arret.Cancel();
        }

        public ILotDeBulletins NouveauLot() => this;

        public void Bulletins(ILotDeBulletins lot)
        {
        }

        public void EnTete(EnTeteDePaye enTete)
        {
        }

        public void Etablissement(Etablissement etablissement)
        {
        }

        public void Nomenclature(Correspondance entree)
        {
        }

        public void Description(DescriptionDeNomenclature description)
        {
        }

        public void Repartition(RepartitionParNature ligne)
        {
        }

        public void Anomalie(Anomalie anomalie)
        {
        }
    }
}
