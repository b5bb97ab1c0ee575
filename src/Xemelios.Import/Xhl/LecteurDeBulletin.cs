using Xemelios.Domain.Constats;
using Xemelios.Domain.Justificatifs;
using Xemelios.Domain.Paye;
using Xemelios.Domain.Valeurs;
using static Xemelios.Domain.Constats.CatalogueDesAnomalies;

namespace Xemelios.Import.Xhl;

/// <summary>Reads one PayeIndivMensuel. No element is required, none has to be in its place.</summary>
internal sealed class LecteurDeBulletin(CurseurXhl curseur, LecteurDeValeurs valeurs)
{
    private readonly LecteurDAgent _agent = new(curseur, valeurs);
    private readonly LecteurDeLigne _ligne = new(curseur, valeurs);
    private readonly List<LigneDePaye> _lignes = [];
    private readonly List<Evenement> _evenements = [];
    private readonly List<decimal> _nbi = [];
    private readonly List<PeriodeDePaye> _periodes = [];
    private readonly List<RepartitionBudget> _repartitions = [];
    private readonly List<ReferenceDePiece> _references = [];
    private readonly HashSet<string> _vus = [];

    /// <summary>The code of budget that the header gives.</summary>
    public string? BudgetDuFichier { get; set; }

    /// <summary>The bulletin under the cursor, or null when the element is empty (defect D15).</summary>
    public Bulletin? Lire(int ordre, int? etablissement)
    {
        var provenance = curseur.Ici;
        Effacer();
        var bulletin = new Bulletin { Ordre = ordre, Etablissement = etablissement, Provenance = provenance };
        var profondeur = curseur.Profondeur;
        var vide = true;
        while (curseur.EnfantSuivant(profondeur))
        {
            vide = false;
            bulletin = LireUnEnfant(bulletin);
        }

        if (vide)
        {
            valeurs.SignalerEn(BulletinVide, provenance);
            return null;
        }

        bulletin = bulletin with
        {
            Lignes = [.. _lignes], Evenements = [.. _evenements], Nbi = [.. _nbi], Periodes = [.. _periodes],
            RepartitionsBudget = [.. _repartitions], References = [.. _references], Autres = [.. valeurs.Brutes],
        };
        ControleDuBulletin.Controler(bulletin, valeurs);
        return bulletin;
    }

    private void Effacer()
    {
        _lignes.Clear();
        _evenements.Clear();
        _nbi.Clear();
        _periodes.Clear();
        _repartitions.Clear();
        _references.Clear();
        _vus.Clear();
        valeurs.Brutes.Clear();
    }

    private Bulletin LireUnEnfant(Bulletin bulletin)
    {
        switch (curseur.Nom)
        {
            case "Evenement": LireEvenement(); return bulletin;
            case "NBI": if (valeurs.Quantite("NBI") is { } nbi) _nbi.Add(nbi); return bulletin;
            case "Periode": LirePeriode(); return bulletin;
            case "RepartitionBudget": LireRepartition(); return bulletin;
            case "PJRef": LireReference(); return bulletin;
        }

        if (LecteurDeLigne.Categorie(curseur.Nom) is { } categorie)
        {
            _lignes.Add(_ligne.Lire(categorie, _lignes.Count + 1));
            return bulletin;
        }

        if (_vus.Add(curseur.Nom))
            return LireUneDonnee(bulletin);
        valeurs.Garder(ElementEnTrop, curseur.Nom, $"L'élément {curseur.Nom} est répété dans un bulletin : la première valeur est retenue, l'autre est gardée à part.");
        return bulletin;
    }

    private Bulletin LireUneDonnee(Bulletin bulletin) => curseur.Nom switch
    {
        "Agent" => bulletin with { Agent = _agent.LireAgent() },
        "Service" => bulletin with { Service = valeurs.Texte(50) },
        "QuotiteTrav" => bulletin with { Quotite = valeurs.Quantite("QuotiteTrav") },
        "Remuneration" => LireLesLignes(bulletin),
        "NbHeureTotal" => bulletin with { NbHeureTotal = valeurs.Quantite("NbHeureTotal") },
        "TauxHor" => bulletin with { TauxHoraire = valeurs.Quantite("TauxHor") },
        "NbHeureSup" => bulletin with { NbHeureSup = valeurs.Quantite("NbHeureSup") },
        "MtBrut" => bulletin with { MtBrut = valeurs.Montant("MtBrut") },
        "MtNet" => bulletin with { MtNet = valeurs.Montant("MtNet") },
        "MtNetAPayer" => bulletin with { MtNetAPayer = valeurs.Montant("MtNetAPayer") },
        "DatePaiement" => bulletin with { DatePaiement = valeurs.Date("DatePaiement") },
        "MtImposable" => bulletin with { MtImposable = valeurs.Montant("MtImposable") },
        "CumulMtImposable" => bulletin with { CumulMtImposable = valeurs.Montant("CumulMtImposable") },
        "CumulMtBrut" => bulletin with { CumulMtBrut = valeurs.Montant("CumulMtBrut") },
        "CumulBaseSS" => bulletin with { CumulBaseSS = valeurs.Montant("CumulBaseSS") },
        _ => AvecInconnu(bulletin),
    };

    private Bulletin LireLesLignes(Bulletin bulletin)
    {
        var profondeur = curseur.Profondeur;
        var precedente = CategorieDeLigne.TraitBrut;
        while (curseur.EnfantSuivant(profondeur))
        {
            var categorie = LecteurDeLigne.Categorie(curseur.Nom) ?? CategorieDeLigne.Inconnue;
            if (categorie == CategorieDeLigne.Inconnue)
                valeurs.Signaler(ElementInconnu, $"La catégorie de ligne {curseur.Nom} est inconnue du format : la ligne est gardée et exclue des totaux.");
            else if (categorie < precedente)
                valeurs.Signaler(CategoriesEnDesordre);
            precedente = categorie == CategorieDeLigne.Inconnue ? precedente : categorie;
            _lignes.Add(_ligne.Lire(categorie, _lignes.Count + 1));
        }

        return bulletin with { ARemuneration = true };
    }

    private void LireEvenement()
    {
        string? code = null, description = null;
        Enfants("Evenement", nom =>
        {
            if (nom == "Code") code = valeurs.CodeAttendu(24, "d'un évènement");
            else if (nom == "Description") description = valeurs.Texte(100);
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
        Enfants("RepartitionBudget", nom =>
        {
            if (nom == "CodeBudget") part = part with { CodeBudget = LireCodeBudget() };
            else if (nom == "Taux") part = part with { Taux = valeurs.Quantite("RepartitionBudget/Taux") };
            else if (nom == "Mt") part = part with { Montant = valeurs.Montant("RepartitionBudget/Mt") };
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
        Enfants("PJRef", nom =>
        {
            if (nom == "Support") reference = reference with { Support = valeurs.Code(2) };
            else if (nom == "IdUnique") reference = reference with { IdUnique = valeurs.Code(50) };
            else if (nom == "NomPJ") reference = reference with { Nom = valeurs.Code(100) };
            else return false;
            return true;
        });
        _references.Add(reference);
    }

    private void Enfants(string chemin, Func<string, bool> lire)
    {
        var profondeur = curseur.Profondeur;
        while (curseur.EnfantSuivant(profondeur))
        {
            if (!lire(curseur.Nom))
                valeurs.Garder(ElementInconnu, $"{chemin}/{curseur.Nom}", $"L'élément {curseur.Nom} est inconnu sous {chemin} : il est gardé à part.");
        }
    }

    /// <summary>An unknown element is kept with the values of the leaves below it (defect D22).</summary>
    private Bulletin AvecInconnu(Bulletin bulletin)
    {
        valeurs.Signaler(ElementInconnu, $"L'élément {curseur.Nom} est inconnu dans un bulletin : il est gardé à part.");
        GarderLesFeuilles(curseur.Nom);
        return bulletin;
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
