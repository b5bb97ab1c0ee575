using Xemelios.Domain.Constats;
using Xemelios.Domain.Paye;
using static Xemelios.Domain.Constats.CatalogueDesAnomalies;

namespace Xemelios.Import.Xhl;

/// <summary>Reads the elements of a document under a cursor and gives its parts; what they mean is the same whatever the cursor.</summary>
internal sealed class LectureDeDocument
{
    private const string EspaceDeNomsDuFormat = "http://www.minefi.gouv.fr/cp/helios/pes_v2/paye_1_1";

    private readonly CurseurXhl _curseur;
    private readonly LotDeParties _parties;
    private readonly Func<LecteurDEnTete?> _chercherPlusLoin;
    private readonly LecteurDeValeurs _valeurs;
    private readonly LecteurDEnTete _enTete;
    private readonly LecteurDeBulletin _bulletin;
    private readonly LecteurDeNomenclatures _nomenclatures;
    private readonly TamponDeLignes _lignes = new();
    private bool _enTeteDonne;
    private bool _poursuit;

    /// <param name="chercherPlusLoin">Looks for the header in the whole file, when the bulletins come before it is complete.</param>
    public LectureDeDocument(CurseurXhl curseur, LotDeParties parties, Func<LecteurDEnTete?> chercherPlusLoin)
    {
        (_curseur, _parties, _chercherPlusLoin) = (curseur, parties, chercherPlusLoin);
        _valeurs = new LecteurDeValeurs(curseur, parties.Anomalie);
        _enTete = new LecteurDEnTete(curseur, _valeurs);
        _bulletin = new LecteurDeBulletin(curseur, _valeurs, _lignes);
        _nomenclatures = new LecteurDeNomenclatures(curseur, _valeurs, parties);
    }

    /// <summary>The code of budget that the header gave.</summary>
    public string? BudgetDuFichier => _bulletin.BudgetDuFichier;

    /// <summary>Reads from the root, to the end of the document or of what the cursor has at hand.</summary>
    public void Lire()
    {
        _curseur.AllerALaRacine();
        if (_curseur.Balise != Balise.DocumentPaye)
            throw new FichierRefuseException(RacineInattendue.En(_curseur.Ici));
        SignalerLaForme();
        if (_curseur.EnfantSuivant(0))
        {
            if (_curseur.EspaceDeNoms.Length > 0)
                _valeurs.Signaler(ElementsQualifies);
            LireUneBranche();
            LireLesBranches();
        }

        if (_curseur.AuBoutDuBloc)
            return;
        _curseur.Finir();
        DonnerLEnTete();
    }

    /// <summary>Reads on inside a DonneesIndiv that another reading began.</summary>
    public void Poursuivre(string? budgetDuFichier)
    {
        _enTeteDonne = _poursuit = true;
        _bulletin.BudgetDuFichier = budgetDuFichier;
        LireLesBulletins();
        LireLesBranches();
        if (!_curseur.AuBoutDuBloc)
            _curseur.Finir();
    }

    private void SignalerLaForme()
    {
        var ici = _curseur.Ici;
        if (_curseur.EspaceDeNoms != EspaceDeNomsDuFormat) _parties.Anomalie(EspaceDeNoms.En(ici));
        if (_curseur.Forme.Repare) _parties.Anomalie(EncodageRepare.En(Provenance.Inconnue));
        if (_curseur.Forme.Windows1252) _parties.Anomalie(OctetsWindows1252.En(Provenance.Inconnue));
    }

    private void LireLesBranches()
    {
        while (!_curseur.AuBoutDuBloc && _curseur.EnfantSuivant(0))
            LireUneBranche();
    }

    private void LireUneBranche()
    {
        switch (_curseur.Balise)
        {
            case Balise.DonneesIndiv:
                DonnerLEnTete();
                _parties.DebutDeDonneesIndiv(_curseur.Ici);
                LireLesBulletins();
                break;
            case Balise.Nomenclatures:
                DonnerLEnTete();
                _nomenclatures.LireLesNomenclatures();
                break;
            case Balise.RepartitionParNature:
                DonnerLEnTete();
                _nomenclatures.LireLaRepartition();
                break;
            case var _ when _poursuit:
                // What was read of the header before is not known here.
                throw new TexteInhabituelException();
            default:
                if (!_enTete.LireUnEnfant() && !_enTeteDonne)
                    _valeurs.Signaler(ElementInconnu, $"L'élément {_curseur.Nom} est inconnu sous DocumentPaye : il est ignoré, l'original le garde.");
                break;
        }
    }

    /// <summary>Gives the header before anything that needs it. When part of it follows the bulletins, the file is searched for it first.</summary>
    private void DonnerLEnTete()
    {
        if (_enTeteDonne)
            return;
        if (!_enTete.EstComplet && _chercherPlusLoin() is { } plusLoin)
        {
            _enTete.Completer(plusLoin);
            _parties.Anomalie(EnTeteTardif.En(Provenance.Inconnue));
        }

        _enTeteDonne = true;
        var enTete = _enTete.Conclure(_curseur.Forme.Encodage, _curseur.Ici);
        if (!new Domain.Valeurs.Siret(enTete.Employeur?.Siret ?? "").EstValide) _parties.Anomalie(SiretInutilisable.En(Provenance.Inconnue));
        if (enTete.BudgetCode is null) _parties.Anomalie(BudgetAbsent.En(Provenance.Inconnue));
        _bulletin.BudgetDuFichier = enTete.BudgetCode;
        _parties.EnTete(enTete);
    }

    private void LireLesBulletins()
    {
        while (_curseur.EnfantSuivant(1))
        {
            if (_curseur.Balise == Balise.PayeIndivMensuel)
                LireUnBulletin();
            else if (_curseur.Balise == Balise.Etablissement)
                _parties.Etablissement(_enTete.LireEtablissement(0));
            else
                _valeurs.Signaler(ElementInconnu, $"L'élément {_curseur.Nom} est inconnu sous DonneesIndiv : il est ignoré, l'original le garde.");
        }

        if (!_curseur.AuBoutDuBloc)
            _parties.FinDeDonneesIndiv();
    }

    private void LireUnBulletin()
    {
        // Over the lines of the one before, which was taken in.
        _lignes.Vider();
        if (_bulletin.Lire() is { } bulletin)
            _parties.Bulletin(bulletin);
    }
}
