using Xemelios.Domain.Constats;
using Xemelios.Domain.Paye;
using Xemelios.Domain.Valeurs;

namespace Xemelios.Store.Tables;

/// <summary>What identifies the file being written.</summary>
/// <param name="Contenu">Key of its row in table contenu.</param>
/// <param name="Nom">File name, by which a later file may replace it.</param>
/// <param name="Numero">Volume number, when the name gives one.</param>
public sealed record VolumeAEcrire(int Contenu, string Nom, int? Numero);

/// <summary>Writes one XHL as it is read, lot by lot, inside the caller's transaction.</summary>
/// <remarks>Nothing is visible to readers before the caller commits; if the reading fails, his rollback leaves no trace.</remarks>
public sealed class EcritureDeVolume
{
    private readonly EcrituresDePaye _ecritures;
    private readonly VolumeAEcrire _volume;
    private readonly EnTeteDePaye _enTete;
    private readonly AjoutsDeVolume _ajouts;
    private readonly Dictionnaires _mots;
    private readonly TableBulletin _bulletins;
    private readonly TableLigne _lignes;
    private readonly TotauxDeVolume _totaux = new();
    private readonly ObservationDesSignes _signes = new();
    private int _dernierBulletin;

    internal EcritureDeVolume(EcrituresDePaye ecritures, VolumeAEcrire volume, EnTeteDePaye enTete)
    {
        _ecritures = ecritures;
        _volume = volume;
        _enTete = enTete;
        _ajouts = ecritures.Ajouts;
        (_mots, var agents) = ecritures.Employeur(enTete.Employeur?.Siret ?? "");
        Employeur = _mots.Employeur;
        _bulletins = new TableBulletin(_ajouts.Bulletins, agents, _mots);
        _lignes = new TableLigne(_ajouts.Lignes, _mots, _totaux);
        _dernierBulletin = ecritures.DernierBulletin;
    }

    /// <summary>Key of the employer.</summary>
    public int Employeur { get; }

    public int Bulletins { get; private set; }

    public int Lignes { get; private set; }

    private int Periode => _enTete.Annee * 100 + _enTete.Mois;

    public void Etablissement(Etablissement etablissement)
    {
        var ajout = _ajouts.Etablissements;
        ajout.Int32(_volume.Contenu);
        ajout.Int32(etablissement.Rang);
        ajout.Text(etablissement.Nom);
        ajout.Text(etablissement.NumeroUrssaf);
        ajout.Text(etablissement.Siret);
        ajout.Adresse(etablissement.Adresse);
        ajout.EndRow();
    }

    /// <summary>Takes in the bulletins of a lot, which is empty afterwards.</summary>
    public void Ajouter(LotDeBulletins lot)
    {
        _lignes.Ajouter(_volume.Contenu, _dernierBulletin + 1, lot);
        foreach (var pret in lot.Bulletins)
        {
            var id = ++_dernierBulletin;
            _bulletins.Ajouter(id, _volume.Contenu, Periode, pret);
            _ajouts.DetailsDuBulletin(id, Employeur, Periode, pret.Bulletin);
        }

        _signes.Ajouter(lot.Signes);
        Bulletins += lot.Bulletins.Count;
        Lignes += lot.Lignes.Nombre;
        lot.Vider();
    }

    public void Nomenclature(Correspondance entree)
    {
        var ajout = _ajouts.Nomenclatures;
        ajout.Int32(_volume.Contenu);
        ajout.Byte((byte)entree.Sorte);
        ajout.Int32(entree.Rang);
        ajout.Text(entree.Code);
        ajout.Text(entree.Libelle);
        ajout.Text(entree.CodeCaisse);
        ajout.Text(entree.NatureEmployeur);
        ajout.Text(entree.NatureSalarie);
        ajout.EndRow();
    }

    public void Description(DescriptionDeNomenclature description)
    {
        var ajout = _ajouts.Descriptions;
        ajout.Int32(_volume.Contenu);
        ajout.Byte((byte)description.Sorte);
        ajout.Text(description.Description);
        ajout.EndRow();
    }

    public void Repartition(RepartitionParNature ligne)
    {
        var ajout = _ajouts.Repartitions;
        ajout.Int32(_volume.Contenu);
        ajout.Int32(ligne.Rang);
        ajout.Text(ligne.Libelle);
        ajout.Text(ligne.Code);
        ajout.Text(ligne.CodeFonction);
        ajout.Text(ligne.CodeBudget);
        ajout.Montant(ligne.Montant);
        ajout.Int64(ligne.Provenance.Octet);
        ajout.Int32(ligne.Provenance.Ligne);
        ajout.EndRow();
    }

    /// <summary>Writes what is known only at the end. The transaction has it all once it is asked to <see cref="TransactionDImport.Verser"/>.</summary>
    public void Terminer()
    {
        AjouterLeVolume();
        AjouterLesSignes();
        _totaux.EcrireLesRubriques(_ajouts.TotauxDeRubriques, _volume.Contenu);
        _ecritures.DernierBulletin = _dernierBulletin;
    }

    private void AjouterLeVolume()
    {
        var ajout = _ajouts.Volumes;
        ajout.Int32(_volume.Contenu);
        ajout.Int32(Employeur);
        ajout.Int32(Periode);
        ajout.Text(CodeBudget.Cle(_enTete.BudgetCode));
        ajout.Text(_enTete.Train?.Trim() ?? "");
        ajout.Text(_enTete.BudgetCode);
        ajout.Text(_enTete.BudgetLibelle);
        ajout.Text(_volume.Nom);
        ajout.Int32(_volume.Numero);
        ajout.Bool(Bulletins == 0);
        ajout.Text(_enTete.IdVer);
        ajout.Text(_enTete.Encodage);
        ajout.Text(_enTete.Employeur?.Nom);
        ajout.Text(_enTete.Employeur?.Ape);
        ajout.Text(_enTete.Employeur?.NumeroUrssaf);
        ajout.Adresse(_enTete.Employeur?.Adresse);
        ajout.Int32(Bulletins);
        ajout.Int32(Lignes);
        _totaux.EcrireLeVolume(ajout);
        ajout.Null();
        ajout.EndRow();
    }

    private void AjouterLesSignes()
    {
        foreach (var (categorie, (positifs, negatifs)) in _signes.Signes)
        {
            _ajouts.Signes.Int32(_volume.Contenu);
            _ajouts.Signes.Byte((byte)categorie);
            _ajouts.Signes.Int32(positifs);
            _ajouts.Signes.Int32(negatifs);
            _ajouts.Signes.EndRow();
        }

        foreach (var ((deduction, retenue), bulletins) in _signes.Identites)
        {
            _ajouts.Identites.Int32(_volume.Contenu);
            _ajouts.Identites.Int16((short)deduction);
            _ajouts.Identites.Int16((short)retenue);
            _ajouts.Identites.Int32(bulletins);
            _ajouts.Identites.EndRow();
        }
    }
}
