using Xemelios.Domain.Constats;
using Xemelios.Domain.Paye;
using Xemelios.Import.Intake;
using static Xemelios.Domain.Constats.CatalogueDesAnomalies;

namespace Xemelios.Import.Xhl;

/// <summary>Reads pay files with the framework's XmlReader: local names only, constant memory, one bulletin at a time.</summary>
public sealed class XmlXhlReader : IXhlReader
{
    public void Read(Arrivage fichier, IXhlVisitor visitor, CancellationToken annulation)
    {
        using var curseur = new CurseurXhl(fichier, annulation);
        new LectureDeDocument(fichier, curseur, visitor, annulation).Lire();
    }
}

/// <summary>One reading of one document.</summary>
internal sealed class LectureDeDocument
{
    private const string EspaceDeNomsDuFormat = "http://www.minefi.gouv.fr/cp/helios/pes_v2/paye_1_1";

    private readonly Arrivage _fichier;
    private readonly CurseurXhl _curseur;
    private readonly IXhlVisitor _visitor;
    private readonly CancellationToken _annulation;
    private readonly LecteurDeValeurs _valeurs;
    private readonly LecteurDEnTete _enTete;
    private readonly LecteurDeBulletin _bulletin;
    private readonly LecteurDeNomenclatures _nomenclatures;
    private readonly CodesEmployes _codes = new();
    private bool _enTeteDonne;
    private int _bulletins;
    private int _blocs;

    public LectureDeDocument(Arrivage fichier, CurseurXhl curseur, IXhlVisitor visitor, CancellationToken annulation)
    {
        (_fichier, _curseur, _visitor, _annulation) = (fichier, curseur, visitor, annulation);
        _valeurs = new LecteurDeValeurs(curseur, visitor.Anomalie);
        _enTete = new LecteurDEnTete(curseur, _valeurs);
        _bulletin = new LecteurDeBulletin(curseur, _valeurs);
        _nomenclatures = new LecteurDeNomenclatures(curseur, _valeurs, visitor, _codes);
    }

    public void Lire()
    {
        _curseur.AllerALaRacine();
        if (_curseur.Nom != "DocumentPaye")
            throw new FichierRefuseException(RacineInattendue.En(_curseur.Ici));
        SignalerLaForme();
        var premier = true;
        while (_curseur.EnfantSuivant(0))
        {
            if (premier && _curseur.EspaceDeNoms.Length > 0)
                _valeurs.Signaler(ElementsQualifies);
            premier = false;
            LireUneBranche();
        }

        _curseur.Finir();
        DonnerLEnTete();
        _codes.Signaler(_visitor.Anomalie);
        if (_curseur.CaracteresRemplaces > 0)
            _visitor.Anomalie(CaracteresInterdits.En(Provenance.Inconnue, $"{_curseur.CaracteresRemplaces} caractère(s) interdit(s) en XML ont été remplacés par des espaces."));
    }

    private void SignalerLaForme()
    {
        var ici = _curseur.Ici;
        if (_curseur.EspaceDeNoms != EspaceDeNomsDuFormat) _visitor.Anomalie(EspaceDeNoms.En(ici));
        if (_curseur.Texte.Repare) _visitor.Anomalie(EncodageRepare.En(Provenance.Inconnue));
        if (_curseur.Texte.Windows1252) _visitor.Anomalie(OctetsWindows1252.En(Provenance.Inconnue));
    }

    private void LireUneBranche()
    {
        switch (_curseur.Nom)
        {
            case "DonneesIndiv":
                DonnerLEnTete();
                LireUnBloc();
                break;
            case "Nomenclatures":
                DonnerLEnTete();
                _nomenclatures.LireLesNomenclatures();
                break;
            case "RepartitionParNature":
                DonnerLEnTete();
                _nomenclatures.LireLaRepartition();
                break;
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
        if (!_enTete.EstComplet && ChercherPlusLoin() is { } plusLoin)
        {
            _enTete.Completer(plusLoin);
            _visitor.Anomalie(EnTeteTardif.En(Provenance.Inconnue));
        }

        _enTeteDonne = true;
        var enTete = _enTete.Conclure(_curseur.Texte.Encodage.WebName, _curseur.Ici);
        if (!new Domain.Valeurs.Siret(enTete.Employeur?.Siret ?? "").EstValide) _visitor.Anomalie(SiretInutilisable.En(Provenance.Inconnue));
        if (enTete.BudgetCode is null) _visitor.Anomalie(BudgetAbsent.En(Provenance.Inconnue));
        _bulletin.BudgetDuFichier = enTete.BudgetCode;
        _visitor.EnTete(enTete);
    }

    private LecteurDEnTete? ChercherPlusLoin()
    {
        using var autre = new CurseurXhl(_fichier, _annulation);
        var valeurs = new LecteurDeValeurs(autre, _ => { });
        var enTete = new LecteurDEnTete(autre, valeurs);
        autre.AllerALaRacine();
        while (autre.EnfantSuivant(0))
            enTete.LireUnEnfant();
        return enTete.ATrouve ? enTete : null;
    }

    private void LireUnBloc()
    {
        _blocs++;
        int? etablissement = null;
        var avant = _bulletins;
        var ici = _curseur.Ici;
        while (_curseur.EnfantSuivant(1))
        {
            if (_curseur.Nom == "PayeIndivMensuel")
                LireUnBulletin(etablissement);
            else if (_curseur.Nom == "Etablissement")
                _visitor.Etablissement(_enTete.LireEtablissement((etablissement = _blocs).Value));
            else
                _valeurs.Signaler(ElementInconnu, $"L'élément {_curseur.Nom} est inconnu sous DonneesIndiv : il est ignoré, l'original le garde.");
        }

        if (_bulletins == avant)
            _visitor.Anomalie(DonneesIndivVides.En(ici));
    }

    private void LireUnBulletin(int? etablissement)
    {
        if (_bulletin.Lire(_bulletins + 1, etablissement) is not { } bulletin)
            return;
        _bulletins++;
        foreach (var ligne in bulletin.Lignes)
            _codes.Rubrique(ligne);
        _visitor.Bulletin(bulletin);
    }
}
