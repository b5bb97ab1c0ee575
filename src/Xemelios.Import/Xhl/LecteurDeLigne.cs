using System.Collections.Frozen;
using Xemelios.Domain.Constats;
using Xemelios.Domain.Paye;
using Xemelios.Domain.Valeurs;

namespace Xemelios.Import.Xhl;

/// <summary>Reads one line of Remuneration. The order of its children does not matter (defect D23).</summary>
internal sealed class LecteurDeLigne(CurseurXhl curseur, LecteurDeValeurs valeurs)
{
    private string? _code;
    private string? _libelle;
    private string? _ordre;
    private string? _caisse;
    private decimal? _base;
    private decimal? _taux;
    private decimal? _unites;
    private Montant? _montant;
    private DateOnly? _debut;
    private DateOnly? _fin;

    private static readonly string[] Enfants = ["Libelle", "Code", "Base", "Taux", "NbUnite", "Mt", "PeriodeRef", "CodeCaisse", "Ordre"];

    private static readonly FrozenDictionary<string, CategorieDeLigne> ParNom =
        Enum.GetValues<CategorieDeLigne>().Where(c => c != CategorieDeLigne.Inconnue).ToFrozenDictionary(c => c.ToString());

    /// <summary>The category whose element has this name, or null.</summary>
    public static CategorieDeLigne? Categorie(string nom) => ParNom.TryGetValue(nom, out var categorie) ? categorie : null;

    public LigneDePaye Lire(CategorieDeLigne categorie, int position)
    {
        var provenance = curseur.Ici;
        var element = curseur.Nom;
        Effacer();
        var profondeur = curseur.Profondeur;
        var ordre = new OrdreDuSchema(Enfants);
        while (curseur.EnfantSuivant(profondeur))
        {
            if (ordre.EstRompuPar(curseur.Nom))
                valeurs.Signaler(CatalogueDesAnomalies.LigneEnDesordre);
            LireUnEnfant($"{element}[{position}]/{curseur.Nom}");
        }

        Controler(categorie, provenance, element);
        return new LigneDePaye
        {
            Categorie = categorie,
            NomDElement = categorie == CategorieDeLigne.Inconnue ? element : null,
            Code = _code, Libelle = _libelle, Base = _base, Taux = _taux, NbUnite = _unites, Montant = _montant,
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

    private void LireUnEnfant(string chemin)
    {
        switch (curseur.Nom)
        {
            case "Libelle": _libelle ??= valeurs.Texte(100); break;
            case "Code": _code ??= valeurs.Texte(12); break;
            case "Base": _base ??= valeurs.Quantite(chemin); break;
            case "Taux": _taux ??= valeurs.Quantite(chemin); break;
            case "NbUnite": _unites ??= valeurs.Quantite(chemin); break;
            case "Mt": _montant ??= valeurs.Montant(chemin); break;
            case "CodeCaisse": _caisse ??= valeurs.Code(24); break;
            case "Ordre": _ordre ??= valeurs.Code(10); break;
            case "PeriodeRef":
                (_debut, _fin) = LecteurDePeriode.Lire(curseur, valeurs, chemin);
                break;
            default:
                valeurs.Garder(CatalogueDesAnomalies.ElementInconnu, chemin, $"L'élément {curseur.Nom} est inconnu dans une ligne de paye : il est gardé à part.");
                break;
        }
    }

    private void Controler(CategorieDeLigne categorie, Provenance provenance, string element)
    {
        if (_montant is null && categorie is not (CategorieDeLigne.Commentaire or CategorieDeLigne.Inconnue))
            valeurs.SignalerEn(CatalogueDesAnomalies.MontantObligatoireAbsent, provenance, $"Une ligne {element} n'a pas de montant : elle est gardée et ne compte pour rien dans les totaux.");
    }
}

/// <summary>Reads a pair DateDebut, DateFin.</summary>
internal static class LecteurDePeriode
{
    public static (DateOnly? Debut, DateOnly? Fin) Lire(CurseurXhl curseur, LecteurDeValeurs valeurs, string chemin)
    {
        DateOnly? debut = null, fin = null;
        var profondeur = curseur.Profondeur;
        while (curseur.EnfantSuivant(profondeur))
        {
            if (curseur.Nom == "DateDebut") debut = valeurs.Date($"{chemin}/DateDebut");
            else if (curseur.Nom == "DateFin") fin = valeurs.Date($"{chemin}/DateFin");
            else valeurs.Garder(CatalogueDesAnomalies.ElementInconnu, $"{chemin}/{curseur.Nom}", $"L'élément {curseur.Nom} est inconnu dans une période : il est gardé à part.");
        }

        return (debut, fin);
    }
}
