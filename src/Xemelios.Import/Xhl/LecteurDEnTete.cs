using System.Globalization;
using Xemelios.Domain.Constats;
using Xemelios.Domain.Paye;
using static Xemelios.Domain.Constats.CatalogueDesAnomalies;

namespace Xemelios.Import.Xhl;

/// <summary>Reads what a document says of itself: year, month, train, budget, employer.</summary>
internal sealed class LecteurDEnTete(CurseurXhl curseur, LecteurDeValeurs valeurs)
{
    private readonly LecteurDAgent _adresses = new(curseur, valeurs);
    private string? _idVer;
    private string? _annee;
    private string? _mois;
    private string? _train;
    private string? _budgetCode;
    private string? _budgetLibelle;
    private Employeur? _employeur;

    public bool EstComplet => _annee is not null && _mois is not null && _employeur is not null;

    public bool ATrouve => _annee is not null || _mois is not null || _employeur is not null;

    /// <summary>Reads the element under the cursor if it belongs to the header; says whether it does.</summary>
    public bool LireUnEnfant()
    {
        switch (curseur.Balise)
        {
            case Balise.IdVer: _idVer ??= valeurs.Code(10); return true;
            case Balise.Annee: _annee ??= valeurs.Texte(4); return true;
            case Balise.Mois: _mois ??= valeurs.Texte(2); return true;
            case Balise.Train: _train ??= valeurs.Code(24); return true;
            case Balise.Budget: LireBudget(); return true;
            case Balise.Employeur: _employeur ??= LireEmployeur(); return true;
            default: return false;
        }
    }

    /// <summary>Takes from a second reading what the first one had not met yet.</summary>
    public void Completer(LecteurDEnTete autre)
    {
        _idVer ??= autre._idVer;
        _annee ??= autre._annee;
        _mois ??= autre._mois;
        _train ??= autre._train;
        _budgetCode ??= autre._budgetCode;
        _budgetLibelle ??= autre._budgetLibelle;
        _employeur ??= autre._employeur;
    }

    /// <exception cref="FichierRefuseException">without a usable year and month, the file belongs nowhere.</exception>
    public EnTeteDePaye Conclure(string encodage, Provenance place) => new()
    {
        IdVer = _idVer,
        Annee = Nombre(_annee, 2001, 2099) ?? throw new FichierRefuseException(AnneeInutilisable.En(place)),
        Mois = Nombre(_mois, 1, 12) ?? throw new FichierRefuseException(MoisInutilisable.En(place)),
        Train = _train,
        BudgetCode = _budgetCode,
        BudgetLibelle = _budgetLibelle,
        Employeur = _employeur,
        Encodage = encodage,
    };

    public Etablissement LireEtablissement(int rang)
    {
        var lu = LireEmployeur();
        return new Etablissement(rang, lu.Nom, lu.NumeroUrssaf, lu.Adresse, lu.Siret);
    }

    private static int? Nombre(string? texte, int min, int max) =>
        int.TryParse(texte, NumberStyles.None, CultureInfo.InvariantCulture, out var nombre) && nombre >= min && nombre <= max ? nombre : null;

    private void LireBudget()
    {
        var profondeur = curseur.Profondeur;
        while (curseur.EnfantSuivant(profondeur))
        {
            if (curseur.Balise == Balise.Code) _budgetCode ??= valeurs.Code(24);
            else if (curseur.Balise == Balise.Libelle) _budgetLibelle ??= valeurs.Code(100);
            else Inconnu("Budget");
        }
    }

    private Employeur LireEmployeur()
    {
        var employeur = new Employeur(null, null, null, null, null);
        var chemin = curseur.Nom;
        var profondeur = curseur.Profondeur;
        while (curseur.EnfantSuivant(profondeur))
        {
            switch (curseur.Balise)
            {
                case Balise.Nom: employeur = employeur with { Nom = valeurs.Texte(100) }; break;
                case Balise.APE: employeur = employeur with { Ape = valeurs.Texte(5) }; break;
                case Balise.Adresse: employeur = employeur with { Adresse = _adresses.LireAdresse($"{chemin}/Adresse") }; break;
                case Balise.NumUrssaf: employeur = employeur with { NumeroUrssaf = valeurs.Texte(24) }; break;
                case Balise.Siret: employeur = employeur with { Siret = valeurs.Texte(14) }; break;
                default: Inconnu(chemin); break;
            }
        }

        return employeur;
    }

    private void Inconnu(string chemin) =>
        valeurs.Signaler(ElementInconnu, $"L'élément {curseur.Nom} est inconnu sous {chemin} : il est ignoré, l'original le garde.");
}
