using Xemelios.Domain.Paye;
using Xemelios.Query.Tests.Donnees;

namespace Xemelios.Query.Tests.Criteres;

/// <summary>Seeded pay of two employers over three months, in the tables and in plain values: accents, blanks, absent values, two ways
/// of writing withholdings, natures in the nomenclature or nowhere.</summary>
public sealed class PayeSemee : IDisposable
{
    private const int BulletinsParFichier = 14;

    private readonly Random _hasard = new(20260322);
    private readonly Dictionary<(int, int, string), int> _mots = [];
    private readonly Dictionary<(int, CategorieDeLigne, string?, string?), int> _rubriques = [];

    public PayeSemee()
    {
        foreach (var siret in new[] { "21990001200019", "26990001500018" })
        {
            var employeur = Entrepot.Id();
            Entrepot.Inserer("employeur", new { id = employeur, siret });
            foreach (var (periode, budget, train) in new[] { (202601, "00", null), (202602, "00", "ELUS"), (202602, (string?)"ABCCOM", null), (202512, null, null) })
                Semer(employeur, siret, periode, budget, train);
        }
    }

    public Entrepot Entrepot { get; } = new();

    public List<FichierConnu> Fichiers { get; } = [];

    public List<BulletinConnu> Bulletins { get; } = [];

    public void Dispose() => Entrepot.Dispose();

    private void Semer(int employeur, string siret, int periode, string? budget, string? train)
    {
        var nom = $"{siret}-{periode}-{budget}-{train}.xhl";
        var contenu = Entrepot.Contenu("XHL", nom);
        var signe = Fichiers.Count % 2 == 0 ? 1 : -1;
        var fichier = new FichierConnu(contenu, nom, Entrepot.Empreinte(nom), siret, budget, train, periode, signe, Natures(periode), Repartition(periode));
        Fichiers.Add(fichier);
        Entrepot.Inserer("volume", new
        {
            contenu, employeur, periode, budget = budget ?? "", train = train ?? "", budget_code = budget, nom, entete_seul = false, encodage = "UTF-8",
            employeur_nom = "Employeur d'Exemple", bulletins = BulletinsParFichier, lignes = 0, agents = BulletinsParFichier, brut = 0m, net = 0m, net_a_payer = 0m,
        });
        foreach (var categorie in new[] { 7, 10, 11 })
            Entrepot.Inserer("signes", new { contenu, categorie, positifs = signe > 0 ? 40 : 0, negatifs = signe > 0 ? 0 : 40 });
        Entrepot.Inserer("etablissement", new { contenu, rang = 1, nom = "École des Érables" });
        Entrepot.Inserer("etablissement", new { contenu, rang = 2, nom = "EHPAD", siret = "26990001500026" });
        var rang = 0;
        foreach (var (code, natures) in fichier.Natures)
            Entrepot.Inserer("nomenclature", new { contenu, sorte = 2, rang = ++rang, code, libelle = code, nature_salarie = natures.Salarie, nature_employeur = natures.Employeur });
        rang = 0;
        foreach (var r in fichier.Repartition)
            Entrepot.Inserer("repartition", new { contenu, rang = ++rang, libelle = r.Libelle, code = r.Code, fonction = r.Fonction, budget = r.Budget, montant = r.Montant });
        for (var ordre = 1; ordre <= BulletinsParFichier; ordre++)
            Ecrire(employeur, Bulletin(fichier, ordre));
        Totaliser(contenu);
    }

    private static Dictionary<string, (string?, string?)> Natures(int periode) => new(StringComparer.Ordinal)
    {
        ["1000"] = (periode == 202601 ? "64111" : "6411", null), ["2000"] = ("64118", null), ["8000"] = ("64111", "6451"), ["7000"] = ("64111", null),
    };

    private List<RepartieConnue> Repartition(int periode) =>
    [
        new("64111", "Rémunération principale", "020", null, _hasard.Next(1, 900000) / 100m), new("64118", "Autres indemnités", null, "ABC COM", _hasard.Next(1, 9000) / 100m),
        new("6451", "Cotisations à l'URSSAF", "311", "00", null), new(null, null, "020", null, -periode / 100m),
    ];

    private BulletinConnu Bulletin(FichierConnu fichier, int ordre)
    {
        var lignes = Enumerable.Range(1, _hasard.Next(0, 9)).Select(Ligne).ToList();
        return new BulletinConnu(fichier, ordre)
        {
            Nom = Parmi("Martin", "MARTINEZ", "Éluard", "eluard", "D'Arc", null, "O%Neil"), Prenom = Parmi("Zoé", "ZOE", "Luc", null), Matricule = Parmi("000001", "000002", $"A{ordre}", null, $"{ordre:000000}"),
            Nir = Parmi("1850399000123", "2900199000456", null), Statut = Parmi("TITULAIRE", "NON_TITULAIRE", "VACATAIRE", null), Emploi = Parmi("Agent d'accueil", "ATSEM", null),
            Grade = Parmi("Adjoint administratif", "Attaché", null), Service = Parmi("Crèche", "CRECHE", "Voirie", "État civil", null), Echelon = Parmi("05", "10", null),
            RefCode = Parmi("A01", "B02", null), RefLibelle = Parmi("Attaché territorial", "Rédacteur", null), Etablissement = Parmi("École des Érables", "EHPAD", null), Ville = Parmi("Exempleville", null),
            Enfants = Entier(0, 4), Indice = Entier(366, 420), CodeGuichet = Parmi("00042", null), NumeroCompte = Parmi("12345678901", "10987654321", null), Bic = Parmi("EXAMFRPP", null), Iban = Parmi("FR7612345000429999", null),
            Nbi = Nombre(0, 30), Quotite = Nombre(50, 100), HeuresTotal = Nombre(70, 152), TauxHoraire = Nombre(10, 20), HeuresSup = Nombre(0, 30),
            Brut = Montant(1500, 4000), Net = Montant(1200, 3000), NetAPayer = Montant(1200, 3000), Imposable = Montant(1200, 3000), CumulBrut = Montant(1500, 40000), CumulImposable = Montant(1500, 40000),
            DatePaiement = _hasard.Next(4) == 0 ? null : new DateOnly(2026, 1, _hasard.Next(1, 29)),
            Lignes = lignes,
            Evenements = [.. Enumerable.Range(0, _hasard.Next(3)).Select(_ => (Parmi("E1", "E2", null), Parmi("Avancement d'échelon", "Congé", null)))],
            Pieces = [.. Enumerable.Range(0, _hasard.Next(3)).Select(_ => (Parmi("ARR-1", "arr-1", "CTR-2", null), Parmi("Arrêté.pdf", null)))],
            Budgets = [.. Enumerable.Range(0, _hasard.Next(2) * _hasard.Next(3)).Select(_ => Parmi("00", "ABC COM", null))],
            Autres = _hasard.Next(3) == 0 ? ["mention particulière"] : [],
        };
    }

    private LigneConnue Ligne(int position)
    {
        var (categorie, code, libelle) = Rubriques[_hasard.Next(Rubriques.Length)];
        var parModele = _hasard.Next(2) == 0;
        var rappel = categorie == CategorieDeLigne.Rappel || _hasard.Next(6) == 0;
        return new LigneConnue(position, categorie, code, libelle)
        {
            Caisse = categorie == CategorieDeLigne.Cotisation ? Parmi("URSSAF", "CNRACL", null) : null, Base = Nombre(0, 3000), Taux = _hasard.Next(4) == 0 ? null : _hasard.Next(1, 20), TauxDuModele = parModele,
            Unites = Nombre(0, 30), MontantEcrit = categorie == CategorieDeLigne.Commentaire ? null : Montant(-50, 2000),
            Debut = rappel ? new DateOnly(2025, _hasard.Next(1, 13), 1) : null, Fin = rappel && _hasard.Next(2) == 0 ? new DateOnly(2025, 12, 31) : null,
        };
    }

    private static readonly (CategorieDeLigne, string?, string?)[] Rubriques =
    [
        (CategorieDeLigne.TraitBrut, "1000", "Traitement indiciaire"), (CategorieDeLigne.IndemResid, "1100", "Indemnité de résidence"), (CategorieDeLigne.SupFam, "1200", "SFT"),
        (CategorieDeLigne.AvantageNature, "9000", "Logement"), (CategorieDeLigne.Indemnite, "2000", "IFSE"), (CategorieDeLigne.Indemnite, "2000", "I.F.S.E. régisseur"), (CategorieDeLigne.RemDivers, "3000", "Vacations"),
        (CategorieDeLigne.Deduction, "7000", "Retraite"), (CategorieDeLigne.Acompte, "9500", "Acompte"), (CategorieDeLigne.Rappel, "1000", "Rappel traitement"), (CategorieDeLigne.Retenue, "7500", "Mutuelle"),
        (CategorieDeLigne.Cotisation, "8000", "URSSAF"), (CategorieDeLigne.Cotisation, null, null), (CategorieDeLigne.Commentaire, "C", "Régularisation à venir"),
    ];

    private string? Parmi(params string?[] valeurs) => valeurs[_hasard.Next(valeurs.Length)];

    private int? Entier(int de, int a) => _hasard.Next(5) == 0 ? null : _hasard.Next(de, a);

    private decimal? Nombre(int de, int a) => Entier(de * 4, a * 4) / 4m;

    private decimal? Montant(int de, int a) => Entier(de * 100, a * 100) / 100m;

    private void Ecrire(int employeur, BulletinConnu b)
    {
        Bulletins.Add(b);
        var id = Entrepot.Id();
        Entrepot.Inserer("agent", new
        {
            id, employeur, empreinte1 = id, empreinte2 = id, nom = b.Nom, prenom = b.Prenom, matricule = b.Matricule, nir = b.Nir, ville = b.Ville, enfants = b.Enfants,
            statut = Mot(employeur, 1, b.Statut), emploi = Mot(employeur, 2, b.Emploi), grade = Mot(employeur, 3, b.Grade), service = Mot(employeur, 4, b.Service),
            ref_statutaire_code = b.RefCode, ref_statutaire_libelle = b.RefLibelle, echelon = b.Echelon, indice = b.Indice,
            code_guichet = b.CodeGuichet, numero_compte = b.NumeroCompte, bic = b.Bic, iban = b.Iban,
        });
        Entrepot.Inserer("paye_individuelle", new
        {
            id, contenu = b.Fichier.Contenu, ordre = b.Ordre, employeur, periode = b.Fichier.Periode, etablissement = b.Etablissement is null ? (int?)null : b.Etablissement == "EHPAD" ? 2 : 1,
            octet = 100, agent = id, a_remuneration = true, nbi = b.Nbi, quotite = b.Quotite, heures_total = b.HeuresTotal, taux_horaire = b.TauxHoraire, heures_sup = b.HeuresSup,
            brut = b.Brut, net = b.Net, net_a_payer = b.NetAPayer, imposable = b.Imposable, cumul_brut = b.CumulBrut, cumul_imposable = b.CumulImposable, date_paiement = b.DatePaiement,
            brut_lignes = b.Lignes.Where(l => l.Categorie.EstBrut()).Sum(l => l.MontantEcrit ?? 0),
        });
        foreach (var ligne in b.Lignes)
            Entrepot.Inserer("ligne", new { contenu = b.Fichier.Contenu, bulletin = id, position = ligne.Position, modele = Modele(employeur, ligne), @base = ligne.Base, taux = ligne.TauxDuModele ? null : ligne.Taux, unites = ligne.Unites, montant = ligne.MontantEcrit });
        foreach (var (rang, (code, description)) in b.Evenements.Index())
            Entrepot.Inserer("evenement", new { bulletin = id, rang, code, description });
        foreach (var (rang, (piece, nom)) in b.Pieces.Index())
            Entrepot.Inserer("reference_de_bulletin", new { bulletin = id, rang, employeur, periode = b.Fichier.Periode, id_unique = piece, nom });
        foreach (var (rang, budget) in b.Budgets.Index())
            Entrepot.Inserer("repartition_budget", new { bulletin = id, rang, code_budget = budget });
        foreach (var texte in b.Autres)
            Entrepot.Inserer("donnee_brute", new { bulletin = id, rang = 1, chemin = "Agent/Mention", texte });
    }

    private int Modele(int employeur, LigneConnue ligne)
    {
        var id = Entrepot.Id();
        Entrepot.Inserer("modele_de_ligne", new
        {
            id, employeur, rubrique = Rubrique(employeur, ligne), caisse = Mot(employeur, 5, ligne.Caisse), taux = ligne.TauxDuModele ? ligne.Taux : null, debut = ligne.Debut, fin = ligne.Fin,
        });
        return id;
    }

    private int Rubrique(int employeur, LigneConnue ligne)
    {
        var cle = (employeur, ligne.Categorie, ligne.Code, ligne.Libelle);
        if (_rubriques.TryGetValue(cle, out var id))
            return id;
        id = Entrepot.Id();
        Entrepot.Inserer("rubrique", new { id, employeur, categorie = (int)ligne.Categorie, code = ligne.Code, libelle = ligne.Libelle });
        return _rubriques[cle] = id;
    }

    private int? Mot(int employeur, int sorte, string? texte)
    {
        if (texte is null)
            return null;
        if (_mots.TryGetValue((employeur, sorte, texte), out var id))
            return id;
        id = Entrepot.Id();
        Entrepot.Inserer("mot", new { id, employeur, sorte, texte });
        return _mots[(employeur, sorte, texte)] = id;
    }

    private void Totaliser(int contenu) => Entrepot.Connexion.Execute($"""
        INSERT INTO total_de_rubrique
        SELECT l.contenu, m.rubrique, b.statut, count(*), count(*) FILTER (l.montant <> 0), coalesce(sum(l.montant), 0)
        FROM ligne l JOIN modele_de_ligne m ON m.id = l.modele JOIN bulletin b ON b.id = l.bulletin WHERE l.contenu = {contenu} GROUP BY ALL
        """);
}
