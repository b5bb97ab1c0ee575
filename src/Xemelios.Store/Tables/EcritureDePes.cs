using Xemelios.Domain.Depense;
using Xemelios.Domain.Justificatifs;
using Xemelios.DuckDb;

namespace Xemelios.Store.Tables;

/// <summary>Writes what one PES flow says of spending, inside the caller's transaction.</summary>
public sealed class EcritureDePes : IDisposable
{
    private readonly int _contenu;
    private readonly List<TableAppender> _tous = [];
    private readonly TableAppender _flux;
    private readonly TableAppender _bordereaux;
    private readonly TableAppender _mandats;
    private readonly TableAppender _lignes;
    private readonly TableAppender _references;
    private readonly TableAppender _acquits;
    private int _dernierBordereau;
    private int _dernierMandat;
    private int _acquitsEcrits;

    internal EcritureDePes(DuckDbConnection connexion, int contenu)
    {
        _contenu = contenu;
        _dernierBordereau = Cles.Derniere(connexion, "bordereau");
        _dernierMandat = Cles.Derniere(connexion, "mandat");
        TableAppender Ouvrir(string table)
        {
            var ajout = connexion.CreateAppender(table);
            _tous.Add(ajout);
            return ajout;
        }

        _flux = Ouvrir("flux_pes");
        _bordereaux = Ouvrir("bordereau");
        _mandats = Ouvrir("mandat");
        _lignes = Ouvrir("ligne_de_mandat");
        _references = Ouvrir("reference_de_mandat");
        _acquits = Ouvrir("acquit");
    }

    public void Flux(FluxPes flux)
    {
        _flux.Int32(_contenu);
        _flux.Text(flux.Root);
        _flux.Text(flux.NomFic);
        _flux.Text(flux.TypFic);
        _flux.Date(flux.DateStructure);
        _flux.Text(flux.IdPost);
        _flux.Text(flux.IdColl);
        _flux.Text(flux.FinJur);
        _flux.Text(flux.CodCol);
        _flux.Text(flux.CodBud);
        _flux.Text(flux.LibelleColBud);
        _flux.EndRow();
    }

    public void Bordereau(Bordereau bordereau)
    {
        var id = ++_dernierBordereau;
        _bordereaux.Int32(id);
        _bordereaux.Int32(_contenu);
        _bordereaux.Int32(bordereau.Rang);
        _bordereaux.Int32(bordereau.Exercice);
        _bordereaux.Text(bordereau.Numero);
        _bordereaux.Date(bordereau.DateEmission);
        _bordereaux.Text(bordereau.Type);
        _bordereaux.Int32(bordereau.NombreDePieces);
        _bordereaux.Montant(bordereau.MontantHt);
        _bordereaux.Montant(bordereau.MontantTva);
        _bordereaux.Montant(bordereau.CumulAnnuel);
        _bordereaux.EndRow();
        foreach (var mandat in bordereau.Mandats)
            Mandat(id, mandat);
    }

    public void Acquit(Acquit acquit)
    {
        _acquits.Int32(_contenu);
        _acquits.Int32(++_acquitsEcrits);
        _acquits.Text(acquit.Domaine);
        _acquits.Bool(acquit.Accepte);
        _acquits.Text(acquit.NumeroBordereau);
        _acquits.Int32(acquit.ExerciceBordereau);
        _acquits.Text(acquit.IdUnique);
        _acquits.Text(acquit.NumerosDePiece.Count == 0 ? null : string.Join(',', acquit.NumerosDePiece));
        _acquits.Text(acquit.CodeAnomalie);
        _acquits.Text(acquit.LibelleAnomalie);
        _acquits.EndRow();
    }

    /// <summary>Hands all rows to the transaction.</summary>
    public void Terminer()
    {
        foreach (var ajout in _tous)
            ajout.Close();
    }

    public void Dispose()
    {
        foreach (var ajout in _tous)
            ajout.Dispose();
    }

    private void Mandat(int bordereau, Mandat mandat)
    {
        var id = ++_dernierMandat;
        _mandats.Int32(id);
        _mandats.Int32(_contenu);
        _mandats.Int32(bordereau);
        _mandats.Int32(mandat.Rang);
        _mandats.Text(mandat.Numero);
        _mandats.Text(mandat.TypePiece);
        _mandats.Text(mandat.NaturePiece);
        _mandats.Text(mandat.Objet);
        _mandats.Text(mandat.Service);
        _mandats.Date(mandat.DateEcheance);
        _mandats.Text(mandat.PiecesLibres);
        _mandats.Int64(mandat.Provenance.Octet);
        _mandats.Int32(mandat.Provenance.Ligne);
        _mandats.EndRow();
        References(id, null, mandat.References);
        foreach (var ligne in mandat.Lignes)
        {
            Ligne(id, ligne);
            References(id, ligne.Rang, ligne.References);
        }
    }

    private void Ligne(int mandat, LigneDeMandat ligne)
    {
        _lignes.Int32(mandat);
        _lignes.Int32(ligne.Rang);
        _lignes.Text(ligne.Numero);
        _lignes.Text(ligne.Nature);
        _lignes.Text(ligne.Fonction);
        _lignes.Text(ligne.Operation);
        _lignes.Montant(ligne.MontantHt);
        _lignes.Montant(ligne.MontantTva);
        _lignes.Text(ligne.ModeReglement);
        _lignes.Text(ligne.LibelleVirement);
        _lignes.Text(ligne.TiersNom);
        _lignes.Text(ligne.TiersCategorie);
        _lignes.Text(ligne.TiersNatureJuridique);
        _lignes.Text(ligne.Rattachement?.NatureOrigine);
        _lignes.Int32(ligne.Rattachement?.Exercice);
        _lignes.Text(ligne.Rattachement?.NumeroMandat);
        _lignes.Text(ligne.Rattachement?.NumeroLigne);
        _lignes.Int64(ligne.Provenance.Octet);
        _lignes.Int32(ligne.Provenance.Ligne);
        _lignes.EndRow();
    }

    private void References(int mandat, int? ligne, IReadOnlyList<ReferenceDePiece> references)
    {
        for (var i = 0; i < references.Count; i++)
        {
            _references.Int32(mandat);
            _references.Int32(ligne);
            _references.Int32(i + 1);
            _references.Text(references[i].Support);
            _references.Text(references[i].IdUnique);
            _references.Text(references[i].Nom);
            _references.Text(references[i].TypePj);
            _references.EndRow();
        }
    }
}
