using Xemelios.Domain.Constats;
using Xemelios.Domain.Justificatifs;
using Xemelios.Domain.Paye;
using Xemelios.Domain.Valeurs;
using static Xemelios.Domain.Constats.CatalogueDesAnomalies;

namespace Xemelios.Import.Xhl;

/// <summary>Reads one PayeIndivMensuel. No element is required, none has to be in its place.</summary>
/// <param name="tampon">Receives the lines.</param>
internal sealed class LecteurDeBulletin(CurseurXhl curseur, LecteurDeValeurs valeurs, TamponDeLignes tampon)
{
    private readonly LecteurDAgent _agent = new(curseur, valeurs);
    private readonly LecteurDeLigne _ligne = new(curseur, valeurs);
    private readonly List<Evenement> _evenements = [];
    private readonly List<decimal> _nbi = [];
    private readonly List<PeriodeDePaye> _periodes = [];
    private readonly List<RepartitionBudget> _repartitions = [];
    private readonly List<ReferenceDePiece> _references = [];
    private readonly HashSet<string> _inconnus = [];
    private readonly bool[] _vus = new bool[byte.MaxValue + 1];
    private int _premiereLigne;

    /// <summary>The code of budget that the header gives.</summary>
    public string? BudgetDuFichier { get; set; }

    /// <summary>The bulletin under the cursor, or null when the element is empty (defect D15). Its rank in the file is for the caller to give.</summary>
    public Bulletin? Lire()
    {
        Effacer();
        var bulletin = new Bulletin { Provenance = curseur.Ici };
        var profondeur = curseur.Profondeur;
        var vide = true;
        while (curseur.EnfantSuivant(profondeur))
        {
            vide = false;
            LireUnEnfant(bulletin);
        }

        if (vide)
        {
            valeurs.SignalerEn(BulletinVide, bulletin.Provenance);
            return null;
        }

        bulletin.Lignes = tampon.Depuis(_premiereLigne);
        bulletin.Evenements = [.. _evenements];
        bulletin.Nbi = [.. _nbi];
        bulletin.Periodes = [.. _periodes];
        bulletin.RepartitionsBudget = [.. _repartitions];
        bulletin.References = [.. _references];
        bulletin.Autres = [.. valeurs.Brutes];
        ControleDuBulletin.Controler(bulletin, valeurs);
        return bulletin;
    }

    private void Effacer()
    {
        _premiereLigne = tampon.Nombre;
        _evenements.Clear();
        _nbi.Clear();
        _periodes.Clear();
        _repartitions.Clear();
        _references.Clear();
        _inconnus.Clear();
        Array.Clear(_vus);
        valeurs.Brutes.Clear();
    }

    private void LireUnEnfant(Bulletin bulletin)
    {
        switch (curseur.Balise)
        {
            case Balise.Evenement: LireEvenement(); break;
            case Balise.NBI: if (valeurs.Quantite("NBI") is { } nbi) _nbi.Add(nbi.ToDecimal()); break;
            case Balise.Periode: LirePeriode(); break;
            case Balise.RepartitionBudget: LireRepartition(); break;
            case Balise.PJRef: LireReference(); break;
            case var balise when balise.Categorie() is { } categorie: LireUneLigne(categorie, avant: -1); break;
            case var balise when EstNouvelle(balise): LireUneDonnee(bulletin); break;
            default:
                valeurs.Garder(ElementEnTrop, curseur.Nom, $"L'élément {curseur.Nom} est répété dans un bulletin : la première valeur est retenue, l'autre est gardée à part.");
                break;
        }
    }

    private bool EstNouvelle(Balise balise)
    {
        if (balise == Balise.Inconnue)
            return _inconnus.Add(curseur.Nom);
        var vue = _vus[(byte)balise];
        _vus[(byte)balise] = true;
        return !vue;
    }

    private void LireUneDonnee(Bulletin bulletin)
    {
        switch (curseur.Balise)
        {
            case Balise.Agent: bulletin.Agent = _agent.LireAgent(); break;
            case Balise.Service: bulletin.Service = valeurs.Texte(50); break;
            case Balise.QuotiteTrav: bulletin.Quotite = Quantite("QuotiteTrav"); break;
            case Balise.Remuneration: LireLesLignes(bulletin); break;
            case Balise.NbHeureTotal: bulletin.NbHeureTotal = Quantite("NbHeureTotal"); break;
            case Balise.TauxHor: bulletin.TauxHoraire = Quantite("TauxHor"); break;
            case Balise.NbHeureSup: bulletin.NbHeureSup = Quantite("NbHeureSup"); break;
            case Balise.MtBrut: bulletin.MtBrut = valeurs.Montant("MtBrut"); break;
            case Balise.MtNet: bulletin.MtNet = valeurs.Montant("MtNet"); break;
            case Balise.MtNetAPayer: bulletin.MtNetAPayer = valeurs.Montant("MtNetAPayer"); break;
            case Balise.DatePaiement: bulletin.DatePaiement = valeurs.Date("DatePaiement"); break;
            case Balise.MtImposable: bulletin.MtImposable = valeurs.Montant("MtImposable"); break;
            case Balise.CumulMtImposable: bulletin.CumulMtImposable = valeurs.Montant("CumulMtImposable"); break;
            case Balise.CumulMtBrut: bulletin.CumulMtBrut = valeurs.Montant("CumulMtBrut"); break;
            case Balise.CumulBaseSS: bulletin.CumulBaseSS = valeurs.Montant("CumulBaseSS"); break;
            default: GarderUnInconnu(); break;
        }
    }

    private decimal? Quantite(string chemin) => valeurs.Quantite(chemin)?.ToDecimal();

    private void LireLesLignes(Bulletin bulletin)
    {
        bulletin.ARemuneration = true;
        var profondeur = curseur.Profondeur;
        var precedente = CategorieDeLigne.TraitBrut;
        while (true)
        {
            if (LireUneLigneCommeAvant(profondeur, ref precedente))
                continue;
            var avant = curseur.Place;
            if (!curseur.EnfantSuivant(profondeur))
                return;
            var categorie = curseur.Balise.Categorie() ?? CategorieDeLigne.Inconnue;
            if (categorie == CategorieDeLigne.Inconnue)
                valeurs.Signaler(ElementInconnu, $"La catégorie de ligne {curseur.Nom} est inconnue du format : la ligne est gardée et exclue des totaux.");
            else if (categorie < precedente)
                valeurs.Signaler(CategoriesEnDesordre);
            precedente = categorie == CategorieDeLigne.Inconnue ? precedente : categorie;
            // An unknown category is told of each time.
            LireUneLigne(categorie, categorie == CategorieDeLigne.Inconnue ? -1 : avant);
        }
    }

    /// <summary>A line that is written like one before, in the order of the categories: what nearly all are.</summary>
    private bool LireUneLigneCommeAvant(int profondeur, ref CategorieDeLigne precedente)
    {
        ref var ligne = ref tampon.Nouvelle();
        if (!_ligne.LireCommeAvant(profondeur, precedente, tampon.Nombre - _premiereLigne, ref ligne))
        {
            tampon.Retirer();
            return false;
        }

        precedente = ligne.Categorie;
        return true;
    }

    private void LireUneLigne(CategorieDeLigne categorie, int avant)
    {
        ref var ligne = ref tampon.Nouvelle();
        _ligne.Lire(categorie, tampon.Nombre - _premiereLigne, avant, ref ligne);
    }

    private void LireEvenement()
    {
        string? code = null, description = null;
        Enfants("Evenement", balise =>
        {
            if (balise == Balise.Code) code = valeurs.CodeAttendu(24, "d'un évènement");
            else if (balise == Balise.Description) description = valeurs.Texte(100);
            else return false;
            return true;
        });
        _evenements.Add(new Evenement(code, description));
    }

    private void LirePeriode()
    {
        var (debut, fin) = LecteurDePeriode.Lire(curseur, valeurs, "Periode");
        _periodes.Add(new PeriodeDePaye(debut, fin));
    }

    private void LireRepartition()
    {
        var part = new RepartitionBudget(null, null, null);
        Enfants("RepartitionBudget", balise =>
        {
            if (balise == Balise.CodeBudget) part = part with { CodeBudget = LireCodeBudget() };
            else if (balise == Balise.Taux) part = part with { Taux = Quantite("RepartitionBudget/Taux") };
            else if (balise == Balise.Mt) part = part with { Montant = valeurs.Montant("RepartitionBudget/Mt") };
            else return false;
            return true;
        });
        _repartitions.Add(part);
    }

    private string? LireCodeBudget()
    {
        var code = valeurs.Code(24);
        if (code is not null && BudgetDuFichier is { } budget && code != budget && CodeBudget.Cle(code) == CodeBudget.Cle(budget))
            valeurs.Signaler(BudgetEcritAutrement);
        return code;
    }

    private void LireReference()
    {
        var reference = new ReferenceDePiece(null, null, null, Provenance: curseur.Ici);
        Enfants("PJRef", balise =>
        {
            if (balise == Balise.Support) reference = reference with { Support = valeurs.Code(2) };
            else if (balise == Balise.IdUnique) reference = reference with { IdUnique = valeurs.Code(50) };
            else if (balise == Balise.NomPJ) reference = reference with { Nom = valeurs.Code(100) };
            else return false;
            return true;
        });
        _references.Add(reference);
    }

    private void Enfants(string chemin, Func<Balise, bool> lire)
    {
        var profondeur = curseur.Profondeur;
        while (curseur.EnfantSuivant(profondeur))
        {
            if (!lire(curseur.Balise))
                valeurs.Garder(ElementInconnu, $"{chemin}/{curseur.Nom}", $"L'élément {curseur.Nom} est inconnu sous {chemin} : il est gardé à part.");
        }
    }

    /// <summary>An unknown element is kept with the values of the leaves below it (defect D22).</summary>
    private void GarderUnInconnu()
    {
        valeurs.Signaler(ElementInconnu, $"L'élément {curseur.Nom} est inconnu dans un bulletin : il est gardé à part.");
        GarderLesFeuilles(curseur.Nom);
    }

    private void GarderLesFeuilles(string chemin)
    {
        var profondeur = curseur.Profondeur;
        if (curseur.V is { } v)
            valeurs.Brutes.Add(new DonneeBrute(chemin, v));
        while (curseur.EnfantSuivant(profondeur))
            GarderLesFeuilles($"{chemin}/{curseur.Nom}");
    }
}
