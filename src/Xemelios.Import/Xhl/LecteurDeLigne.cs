using System.Runtime.InteropServices;
using Xemelios.Domain.Constats;
using Xemelios.Domain.Paye;

namespace Xemelios.Import.Xhl;

/// <summary>Reads one line of Remuneration. The order of its children does not matter (defect D23).</summary>
internal sealed class LecteurDeLigne(CurseurXhl curseur, LecteurDeValeurs valeurs)
{
    private static readonly RangsDuSchema Enfants = new(
        Balise.Libelle, Balise.Code, Balise.Base, Balise.Taux, Balise.NbUnite, Balise.Mt, Balise.PeriodeRef, Balise.CodeCaisse, Balise.Ordre);

    private readonly ModelesLus _modeles = new();
    private readonly GabaritsLus _gabarits = new();
    private readonly List<PlaceDeVariable> _places = [];
    private bool _aUnGabarit;
    private int _debutDeLigne;
    private EcritureDeLigne _ecrite;
    private string _element = "";
    private int _position;

    /// <summary>Reads the next line of the element of this depth when it is written like one that came there before.</summary>
    /// <param name="precedente">The category of the line before: none that should stand before it is read so.</param>
    /// <returns>False when the cursor has not moved.</returns>
    public bool LireCommeAvant(int profondeur, CategorieDeLigne precedente, int position, ref LigneDePaye ligne)
    {
        var suite = curseur.Suite(profondeur);
        if (suite.IsEmpty || _gabarits.Lire(precedente, suite, ref ligne) is not ({ } gabarit, var longueur))
            return false;
        curseur.Passer(gabarit.Debut, longueur, gabarit.DerniereBalise);
        (ligne.Modele, ligne.Position, ligne.Octet) = (gabarit.Modele, position, curseur.Octet);
        return true;
    }

    /// <summary>Reads the line under the cursor.</summary>
    /// <param name="avant">Where the tag before its own ends, among the bytes at hand.</param>
    public void Lire(CategorieDeLigne categorie, int position, int avant, ref LigneDePaye ligne)
    {
        _places.Clear();
        (_debutDeLigne, _aUnGabarit) = (avant, avant >= 0);
        var (debut, signalements) = (curseur.Debut - avant, valeurs.Signalements);
        LireLesEnfants(categorie, position, ref ligne);
        if (_aUnGabarit && signalements == valeurs.Signalements && ligne.TauxPropre is null)
            _gabarits.Retenir(ligne.Modele, curseur.Depuis(avant), CollectionsMarshal.AsSpan(_places), debut, curseur.Balise);
    }

    private void LireLesEnfants(CategorieDeLigne categorie, int position, ref LigneDePaye ligne)
    {
        var ici = curseur.Ici;
        (ligne.Position, ligne.Octet) = (position, ici.Octet);
        (_element, _position, _ecrite) = (curseur.Nom, position, default);
        var profondeur = curseur.Profondeur;
        var ordre = new OrdreDuSchema(Enfants);
        while (curseur.EnfantSuivant(profondeur))
        {
            if (ordre.EstRompuPar(curseur.Balise))
                valeurs.Signaler(CatalogueDesAnomalies.LigneEnDesordre);
            LireUnEnfant(ref ligne);
        }

        ligne.Modele = _modeles.Trouver(categorie, _ecrite, _element, out var tauxPropre);
        ligne.TauxPropre = tauxPropre;
        if (ligne.Montant is null && categorie is not (CategorieDeLigne.Commentaire or CategorieDeLigne.Inconnue))
            valeurs.SignalerEn(CatalogueDesAnomalies.MontantObligatoireAbsent, ici, $"Une ligne {_element} n'a pas de montant : elle est gardée et ne compte pour rien dans les totaux.");
    }

    private void LireUnEnfant(ref LigneDePaye ligne)
    {
        switch (curseur.Balise)
        {
            case Balise.Libelle: _ecrite.Libelle ??= valeurs.Texte(100); break;
            case Balise.Code: _ecrite.Code ??= valeurs.Texte(12); break;
            case Balise.Base: ligne.Base ??= Simple(Variable.Base, valeurs.QuantiteSimple()) ?? valeurs.Quantite(Chemin); break;
            case Balise.Taux: _ecrite.Taux ??= valeurs.QuantiteSimple() ?? valeurs.Quantite(Chemin); break;
            case Balise.NbUnite: ligne.NbUnite ??= Simple(Variable.NbUnite, valeurs.QuantiteSimple()) ?? valeurs.Quantite(Chemin); break;
            case Balise.Mt: ligne.Montant ??= Simple(Variable.Montant, valeurs.MontantSimple()) ?? valeurs.Montant(Chemin); break;
            case Balise.CodeCaisse: _ecrite.Caisse ??= valeurs.Code(24); break;
            case Balise.Ordre: _ecrite.Ordre ??= valeurs.Code(10); break;
            case Balise.PeriodeRef: (_ecrite.Debut, _ecrite.Fin) = LecteurDePeriode.Lire(curseur, valeurs, Chemin); break;
            default:
                valeurs.Garder(CatalogueDesAnomalies.ElementInconnu, Chemin, $"L'élément {curseur.Nom} est inconnu dans une ligne de paye : il est gardé à part.");
                break;
        }
    }

    /// <summary>Notes where a number stands; one that is not plainly written makes of the line an exception.</summary>
    private T? Simple<T>(Variable variable, T? nombre) where T : struct
    {
        if (nombre is null)
            _aUnGabarit = false;
        else if (_aUnGabarit)
            _places.Add(new PlaceDeVariable(variable, curseur.PlaceDeV - _debutDeLigne, curseur.Octets.Length));
        return nombre;
    }

    private Chemin Chemin => new(_element, _position, curseur.Nom);
}

/// <summary>Reads a pair DateDebut, DateFin.</summary>
internal static class LecteurDePeriode
{
    public static (DateOnly? Debut, DateOnly? Fin) Lire(CurseurXhl curseur, LecteurDeValeurs valeurs, Chemin chemin)
    {
        DateOnly? debut = null, fin = null;
        var profondeur = curseur.Profondeur;
        while (curseur.EnfantSuivant(profondeur))
        {
            if (curseur.Balise == Balise.DateDebut) debut = valeurs.Date(chemin.Sous("DateDebut"));
            else if (curseur.Balise == Balise.DateFin) fin = valeurs.Date(chemin.Sous("DateFin"));
            else valeurs.Garder(CatalogueDesAnomalies.ElementInconnu, chemin.Sous(curseur.Nom), $"L'élément {curseur.Nom} est inconnu dans une période : il est gardé à part.");
        }

        return (debut, fin);
    }
}
