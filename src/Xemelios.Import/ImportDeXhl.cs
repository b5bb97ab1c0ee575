using System.Globalization;
using System.Text.RegularExpressions;
using Xemelios.Domain.Constats;
using Xemelios.Domain.Paye;
using Xemelios.Import.Intake;
using Xemelios.Import.Xhl;
using Xemelios.Store;
using Xemelios.Store.Tables;

namespace Xemelios.Import;

/// <summary>Imports one pay file in one transaction: all of it, or nothing but the reason.</summary>
internal sealed partial class ImportDeXhl(ContexteDImport contexte) : IXhlVisitor
{
    // In this order: each leaves to the next what it does not read.
    private static readonly IXhlReader Rapide = new OctetsXhlReader();
    private static readonly IXhlReader RapideApresSondage = new OctetsXhlReader(sonder: true);
    private static readonly IXhlReader General = new XmlXhlReader();
    private CollecteDAnomalies _anomalies = new();
    private TransactionDImport? _transaction;
    private EcritureDeVolume? _ecriture;
    private VolumeAEcrire? _volume;

    public int Importer(Arrivage arrivage, Lieu lieu)
    {
        try
        {
            return Importer(arrivage, lieu, Rapide);
        }
        catch (TexteInhabituelException inhabituel) when (inhabituel.AutreEncodage)
        {
            return ImporterApresSondage(arrivage, lieu);
        }
        catch (TexteInhabituelException)
        {
            return Importer(arrivage, lieu, General);
        }
    }

    private int ImporterApresSondage(Arrivage arrivage, Lieu lieu)
    {
        try
        {
            return Importer(arrivage, lieu, RapideApresSondage);
        }
        catch (TexteInhabituelException)
        {
            return Importer(arrivage, lieu, General);
        }
    }

    /// <summary>Reads the file in one transaction, of which nothing stays when the reader gives up.</summary>
    private int Importer(Arrivage arrivage, Lieu lieu, IXhlReader lecteur)
    {
        _anomalies = new CollecteDAnomalies();
        _ecriture = null;
        var annonces = arrivage.OctetsAnnonces;
        var connu = contexte.Connu(arrivage);
        var contenu = connu?.Id ?? contexte.Session.NouvelleCle();
        _volume = new VolumeAEcrire(contenu, lieu.Nom ?? arrivage.Nom, NumeroDeVolume(lieu.Nom ?? arrivage.Nom));
        using var transaction = _transaction = contexte.Session.Commencer();
        if (connu is not null)
            transaction.Oublier(connu.Id);
        try
        {
            lecteur.Read(arrivage, this, contexte.Annulation);
            // It grew while it was being received: it may be known after all.
            if (connu is null && arrivage.Octets != annonces)
                throw new TexteInhabituelException();
            Terminer(arrivage, lieu, contenu);
        }
        finally
        {
            _ecriture?.Dispose();
        }

        return contenu;
    }

    void IXhlVisitor.EnTete(EnTeteDePaye enTete) => _ecriture = _transaction!.Volume(_volume!, enTete);

    void IXhlVisitor.Etablissement(Etablissement etablissement) => _ecriture!.Etablissement(etablissement);

    ILotDeBulletins IXhlVisitor.NouveauLot() => new LotDeBulletins();

    void IXhlVisitor.Bulletins(ILotDeBulletins lot)
    {
        _ecriture!.Ajouter((LotDeBulletins)lot);
        contexte.BulletinsLus(_ecriture.Bulletins);
    }

    void IXhlVisitor.Nomenclature(Correspondance entree) => _ecriture!.Nomenclature(entree);

    void IXhlVisitor.Description(DescriptionDeNomenclature description) => _ecriture!.Description(description);

    void IXhlVisitor.Repartition(RepartitionParNature ligne) => _ecriture!.Repartition(ligne);

    void IXhlVisitor.Anomalie(Anomalie anomalie) => _anomalies.Ajouter(anomalie);

    /// <summary>The last number of the file name (format page §8.2); a hint.</summary>
    private static int? NumeroDeVolume(string nom) =>
        NomUsuel().Match(nom) is { Success: true } m &&
        int.TryParse(m.Groups["vol"].Value, NumberStyles.None, CultureInfo.InvariantCulture, out var numero) ? numero : null;

    [GeneratedRegex(@"^(?:CDG)?\d{14}-\d{4}-ETAT_PAYE-\d{1,2}-(?<vol>\d+)\.(?:xhl|xml)$", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex NomUsuel();

    private void Terminer(Arrivage arrivage, Lieu lieu, int contenu)
    {
        var ecriture = _ecriture!;
        var type = ecriture.Bulletins == 0 ? TypesDeFichier.XhlEnTete : TypesDeFichier.Xhl;
        using (Etapes.Commencer("fin des tables"))
            ecriture.Terminer();
        using var etape = Etapes.Commencer("remplacement, signes et validation");
        var etat = RemplacerLAncien(contenu);
        if (_transaction!.EcritEnNegatif(contenu))
            _anomalies.Ajouter(CatalogueDesAnomalies.SignesNegatifs.En(Provenance.Inconnue));
        var contenus = _transaction!.Contenus;
        contenus.Contenu(contenu, arrivage.Empreinte, type, arrivage.Octets);
        contenus.Livraison(ContexteDImport.Livraison(arrivage, contenu, lieu));
        var anomalies = _anomalies.Conclure();
        contenus.Anomalies(contenu, anomalies);
        _transaction.Valider();
        contexte.Rapporter(new FichierImporte(
            arrivage.Chemin, type, etat, arrivage.Empreinte.Hexadecimal, arrivage.Octets,
            ecriture.Bulletins, ecriture.Lignes, 0, 0, anomalies));
    }

    /// <summary>Same name and same état, new content: a correction, when it is about some of the same agents; else another volume.</summary>
    private string RemplacerLAncien(int contenu)
    {
        if (_ecriture!.Bulletins == 0 || _transaction!.Predecesseur(contenu) is not { } ancien)
            return Etats.Importe;
        if (ancien.MatriculesCommuns == 0)
        {
            _anomalies.Ajouter(CatalogueDesAnomalies.MemeNomAutreVolume.En(Provenance.Inconnue));
            return Etats.Importe;
        }

        _transaction.Remplacer(ancien.Contenu, contenu);
        return Etats.Remplace;
    }
}
