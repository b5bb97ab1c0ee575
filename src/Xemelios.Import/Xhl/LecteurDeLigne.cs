using Xemelios.Domain.Constats;
using Xemelios.Domain.Paye;
using Xemelios.Domain.Valeurs;

namespace Xemelios.Import.Xhl;

/// <summary>Reads one line of Remuneration. The order of its children does not matter (defect D23).</summary>
internal sealed class LecteurDeLigne(CurseurXhl curseur, LecteurDeValeurs valeurs)
{
    private static readonly RangsDuSchema Enfants = new(
        Balise.Libelle, Balise.Code, Balise.Base, Balise.Taux, Balise.NbUnite, Balise.Mt, Balise.PeriodeRef, Balise.CodeCaisse, Balise.Ordre);

    private readonly RubriquesLues _rubriques = new();
    private string _element = "";
    private int _position;
    private string? _code;
    private string? _libelle;
    private string? _ordre;
    private string? _caisse;
    private Quantite? _base;
    private Quantite? _taux;
    private Quantite? _unites;
    private Montant? _montant;
    private DateOnly? _debut;
    private DateOnly? _fin;

    public LigneDePaye Lire(CategorieDeLigne categorie, int position)
    {
        var provenance = curseur.Ici;
        Effacer();
        (_element, _position) = (curseur.Nom, position);
        var profondeur = curseur.Profondeur;
        var ordre = new OrdreDuSchema(Enfants);
        while (curseur.EnfantSuivant(profondeur))
        {
            if (ordre.EstRompuPar(curseur.Balise))
                valeurs.Signaler(CatalogueDesAnomalies.LigneEnDesordre);
            LireUnEnfant();
        }

        if (_montant is null && categorie is not (CategorieDeLigne.Commentaire or CategorieDeLigne.Inconnue))
            valeurs.SignalerEn(CatalogueDesAnomalies.MontantObligatoireAbsent, provenance, $"Une ligne {_element} n'a pas de montant : elle est gardée et ne compte pour rien dans les totaux.");
        return new LigneDePaye
        {
            Rubrique = _rubriques.Trouver(categorie, _code, _libelle, _element),
            Base = _base, Taux = _taux, NbUnite = _unites, Montant = _montant,
            PeriodeDebut = _debut, PeriodeFin = _fin, CodeCaisse = _caisse, Ordre = _ordre,
            Position = position, Provenance = provenance,
        };
    }

    private void Effacer()
    {
        (_code, _libelle, _ordre, _caisse) = (null, null, null, null);
        (_base, _taux, _unites, _montant) = (null, null, null, null);
        (_debut, _fin) = (null, null);
    }

    private void LireUnEnfant()
    {
        switch (curseur.Balise)
        {
            case Balise.Libelle: _libelle ??= valeurs.Texte(100); break;
            case Balise.Code: _code ??= valeurs.Texte(12); break;
            case Balise.Base: _base ??= valeurs.Quantite(Chemin); break;
            case Balise.Taux: _taux ??= valeurs.Quantite(Chemin); break;
            case Balise.NbUnite: _unites ??= valeurs.Quantite(Chemin); break;
            case Balise.Mt: _montant ??= valeurs.Montant(Chemin); break;
            case Balise.CodeCaisse: _caisse ??= valeurs.Code(24); break;
            case Balise.Ordre: _ordre ??= valeurs.Code(10); break;
            case Balise.PeriodeRef: (_debut, _fin) = LecteurDePeriode.Lire(curseur, valeurs, Chemin); break;
            default:
                valeurs.Garder(CatalogueDesAnomalies.ElementInconnu, Chemin, $"L'élément {curseur.Nom} est inconnu dans une ligne de paye : il est gardé à part.");
                break;
        }
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
