using System.Globalization;
using System.Text.RegularExpressions;
using Xemelios.Domain.Constats;
using Xemelios.Domain.Paye;
using Xemelios.Import.Intake;
using Xemelios.Import.Xhl;
using Xemelios.Store;
using Xemelios.Store.Tables;

namespace Xemelios.Import;

/// <summary>Imports one pay file: all of it, or nothing but the reason.</summary>
/// <remarks>In a transaction of its own, or among small ones in theirs: see <see cref="LotDeFichiers"/>.</remarks>
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
    private bool _parmiDAutres;
    private Anomalie? _budgetAbsent;

    /// <summary>Something of the file was written in the transaction.</summary>
    public bool AEcrit { get; private set; }

    public int Importer(Arrivage arrivage, Lieu lieu)
    {
        try
        {
            return Importer(arrivage, lieu, contexte.SeulLecteur ?? Rapide);
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

    /// <summary>Writes an unknown file in a transaction that it shares; what it says of itself must be asked once all is written.</summary>
    /// <exception cref="ImportSeulException">It may be the correction of another file. Nothing was written, nor when a reader gives up.</exception>
    public XhlEcrit EcrireParmiDAutres(TransactionDImport transaction, Arrivage arrivage, Lieu lieu)
    {
        (_transaction, _parmiDAutres) = (transaction, true);
        var contenu = contexte.Session.NouvelleCle();
        try
        {
            Lire(arrivage, lieu, contenu, Rapide);
        }
        catch (TexteInhabituelException inhabituel) when (inhabituel.AutreEncodage && !AEcrit)
        {
            Lire(arrivage, lieu, contenu, RapideApresSondage);
        }

        return new XhlEcrit(arrivage, lieu, contenu, _ecriture!.Bulletins, _ecriture.Lignes, _anomalies);
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
        var annonces = arrivage.OctetsAnnonces;
        var connu = contexte.Connu(arrivage);
        var contenu = connu?.Id ?? contexte.Session.NouvelleCle();
        using var transaction = _transaction = contexte.Session.Commencer();
        if (connu is not null)
            transaction.Oublier(connu.Id);
        Lire(arrivage, lieu, contenu, lecteur);
        // It grew while it was being received: it may be known after all.
        if (connu is null && arrivage.Octets != annonces)
            throw new TexteInhabituelException();
        Terminer(new XhlEcrit(arrivage, lieu, contenu, _ecriture!.Bulletins, _ecriture.Lignes, _anomalies));
        return contenu;
    }

    private void Lire(Arrivage arrivage, Lieu lieu, int contenu, IXhlReader lecteur)
    {
        _anomalies = new CollecteDAnomalies();
        _ecriture = null;
        _budgetAbsent = null;
        _volume = new VolumeAEcrire(contenu, lieu.Nom ?? arrivage.Nom, NumeroDeVolume(lieu.Nom ?? arrivage.Nom));
        lecteur.Read(arrivage, this, contexte.Annulation);
        _ecriture!.Terminer();
    }

    void IXhlVisitor.EnTete(EnTeteDePaye enTete)
    {
        var complet = DonnerUnBudget(enTete);
        if (_parmiDAutres && !_transaction!.EstSeulDeSonNom(_volume!, complet))
            throw new ImportSeulException();
        AEcrit = true;
        _ecriture = _transaction!.Volume(_volume!, complet);
    }

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

    void IXhlVisitor.Anomalie(Anomalie anomalie)
    {
        if (anomalie.Code == CatalogueDesAnomalies.BudgetAbsent.Code)
            _budgetAbsent = anomalie;
        else
            _anomalies.Ajouter(anomalie);
    }

    /// <summary>Here alone, whatever the reader, an answer takes the place of a budget that the document does not name; the report says which.</summary>
    private EnTeteDePaye DonnerUnBudget(EnTeteDePaye enTete)
    {
        if (_budgetAbsent is not { } absent)
            return enTete;
        if (contexte.Budgets?.Pour(enTete.Employeur?.Siret ?? "") is not { } donne)
        {
            _anomalies.Ajouter(absent);
            return enTete;
        }

        _anomalies.Ajouter(CatalogueDesAnomalies.BudgetRepondu.En(absent.Provenance, $"Le fichier ne dit pas son budget : le budget {donne.Code} vient de la réponse donnée à l'import."));
        return enTete with { BudgetCode = donne.Code };
    }

    /// <summary>The last number of the file name (format page §8.2); a hint.</summary>
    internal static int? NumeroDeVolume(string nom) =>
        NomUsuel().Match(nom) is { Success: true } m &&
        int.TryParse(m.Groups["vol"].Value, NumberStyles.None, CultureInfo.InvariantCulture, out var numero) ? numero : null;

    [GeneratedRegex(@"^(?:CDG)?\d{14}-\d{4}-ETAT_PAYE-\d{1,2}-(?<vol>\d+)\.(?:xhl|xml)$", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex NomUsuel();

    private void Terminer(XhlEcrit ecrit)
    {
        using (Etapes.Commencer("fin des tables"))
            _transaction!.Verser();
        using var etape = Etapes.Commencer("remplacement, signes et validation");
        var etat = RemplacerLAncien(ecrit.Contenu);
        var fichier = ecrit.Conclure(etat, _transaction.EcritsEnNegatif(ecrit.Contenu, ecrit.Contenu));
        var contenus = _transaction.Contenus;
        contenus.Contenu(ecrit.Contenu, ecrit.Arrivage.Empreinte, fichier.Type, fichier.Octets);
        contenus.Livraison(ecrit.Livraison);
        contenus.Anomalies(ecrit.Contenu, fichier.Anomalies);
        _transaction.Valider();
        contexte.Rapporter(fichier);
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

/// <summary>The file may be the correction of another: it is imported in a transaction of its own.</summary>
internal sealed class ImportSeulException() : Exception("Ce fichier s'importe seul.");
