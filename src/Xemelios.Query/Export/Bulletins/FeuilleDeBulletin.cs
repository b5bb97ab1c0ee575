using Xemelios.Query.Bulletins;
using Xemelios.Query.Export.Pdf;
using Xemelios.Query.Notes;
using static Xemelios.Query.Export.Bulletins.MotsDeBulletin;

namespace Xemelios.Query.Export.Bulletins;

/// <summary>One payslip in the order of the paper that agents know (XéMéLios BUL-1), on as many pages as it needs.</summary>
internal sealed class FeuilleDeBulletin(DocumentPdf document, BulletinDetaille bulletin)
{
    private const double Gauche = FormatDePage.Marge;
    private const double Droite = FormatDePage.A4Petit - FormatDePage.Marge;
    private const double Bas = FormatDePage.A4Grand - FormatDePage.Marge - 8;
    private const double Milieu = 312;
    private const double Taille = 7.5;
    private const double Pas = 10.5;
    private const double Gris = 0.91;

    private static readonly ColonneDeGrille[] Bande = [new(88), new(112), new(40), new(46), new(48), new(30), new(42), new(133)];

    private static readonly ColonneDeGrille[] Rubriques =
        [new(46), new(163), new(62, true), new(48, true), new(60, true), new(60, true), new(40, true), new(60, true)];

    private static readonly string[] TitresDesRubriques =
        ["RUBRIQUE DE PAYE", "LIBELLÉ", "NOMBRE OU BASE", "TAUX", "GAINS", "RETENUES", "TAUX", "MONTANT"];

    private PagePdf _page = null!;
    private double _y;

    public void Dessiner()
    {
        _page = document.NouvellePage(FormatDePage.A4Petit, FormatDePage.A4Grand);
        document.Signet(EcritureDeBulletins.Titre(bulletin));
        _y = FormatDePage.Marge;
        using var feuille = document.Structure.Ouvrir("Sect");
        EnTete();
        Situation();
        Lignes();
        Reglement();
        Sommes();
        Evenements();
        Budgets();
        Notes();
        Source();
    }

    private void EnTete()
    {
        var haut = _y;
        Employeur();
        var basGauche = _y;
        _y = haut;
        Agent();
        _y = Math.Max(_y, basGauche) + 8;
    }

    private void Employeur()
    {
        var employeur = bulletin.Employeur;
        Paragraphe(Donnee(employeur?.Nom), Gauche, Milieu - 12, 9.5, gras: true);
        foreach (var ligne in Adresse(employeur?.Adresse))
            Paragraphe(ligne, Gauche, Milieu - 12);
        _y += 4;
        foreach (var (nom, valeur) in (ReadOnlySpan<(string, string?)>)
            [
                ("No APE:", employeur?.Ape), ("SIRET:", employeur?.Siret), ("URSSAF :", employeur?.Urssaf), ("MATRICULE :", bulletin.Matricule),
                ("Nbre Heures :", Nombre(bulletin.HeuresTotal)), ("Nbre Heures Sup :", Nombre(bulletin.HeuresSup)), ("Qualification :", bulletin.Emploi),
                ("Nomenclature statutaire :", Ensemble(bulletin.RefStatutaireCode, bulletin.RefStatutaireLibelle)), ("NIR :", bulletin.Nir),
            ])
            Paragraphe($"{nom} {Donnee(valeur)}", Gauche, Milieu - 12);
    }

    private void Agent()
    {
        foreach (var periode in bulletin.Periodes)
            Paragraphe($"PÉRIODE DU {Jour(periode.Debut)} AU {Jour(periode.Fin)}", Milieu, Droite);
        Paragraphe("BULLETIN DE PAYE", Milieu, Droite, 16, gras: true, role: "H1");
        Paragraphe(Mois(bulletin), Milieu, Droite, 11, gras: true);
        _y += 6;
        var nom = TextePdf.Couper(
            TextePdf.Imprimable(Ensemble(bulletin.Civilite, bulletin.Nom, bulletin.ComplementNom, bulletin.Prenom)), document.Grasse, 9, Droite - Milieu - 16);
        var adresse = Adresse(bulletin.Adresse).SelectMany(l => TextePdf.Couper(l, document.Normale, Taille, Droite - Milieu - 16)).ToList();
        var hauteur = nom.Count * 12 + adresse.Count * Pas + 12;
        _page.Rectangle(Milieu, _y, Droite - Milieu, hauteur, Gris);
        var bas = _y + hauteur;
        _y += 3;
        foreach (var ligne in nom)
            Paragraphe(ligne, Milieu + 8, Droite, 9, gras: true);
        foreach (var ligne in adresse)
            Paragraphe(ligne, Milieu + 8, Droite);
        _y = bas;
    }

    private void Situation() => Tableau(
        Bande, ["CAT", "G.R.", "ECH.", "INDICE", "NBI", "SF", "TX", "Service"],
        [[
            Donnee(bulletin.StatutLibelle ?? bulletin.Statut), Donnee(bulletin.Grade), Donnee(bulletin.Echelon), Donnee(bulletin.Indice),
            Donnee(string.Join(" + ", bulletin.Nbi.Select(n => Court(n)))), EnfantsACharge(bulletin), Court(bulletin.Quotite), Donnee(bulletin.Service),
        ]]);

    private void Lignes()
    {
        _y += 4;
        PlaceOuPage(60);
        var patronales = Rubriques.Take(6).Sum(c => c.Largeur);
        _page.Rectangle(Gauche + patronales, _y, Rubriques.Skip(6).Sum(c => c.Largeur), 13, Gris, trait: false);
        _page.Texte("CHARGES PATRONALES", Gauche + patronales + 4, _y + 9.5, Taille, gras: true, artefact: true);
        _y += 13;
        Tableau(Rubriques, TitresDesRubriques, RangDeFeuille.Composer(bulletin.Lignes).Select(Cellules),
            entendus: [.. TitresDesRubriques.Select((t, i) => i < 6 ? t : "CHARGES PATRONALES " + t)]);
    }

    private static string[] Cellules(RangDeFeuille rang) => rang.EstCommentaire
        ? [TextePdf.Imprimable(rang.Libelle)]
        :
        [
            TextePdf.Imprimable(rang.Ligne.Code), TextePdf.Imprimable(rang.Libelle), Nombre(rang.NombreOuBase), Nombre(rang.Taux), Nombre(rang.Gains),
            Nombre(rang.Retenues), Nombre(rang.TauxPatronal), Nombre(rang.ChargesPatronales),
        ];

    private void Reglement()
    {
        _y += 6;
        PlaceOuPage(60);
        var haut = _y;
        Paragraphe("MODE DE REGLEMENT", Gauche, Milieu, gras: true);
        Paragraphe($"Mise en paiement le {(bulletin.DatePaiement is null ? NonRenseigne : Jour(bulletin.DatePaiement))}", Gauche, Milieu);
        Paragraphe(Compte(bulletin.Compte), Gauche, Milieu);
        _page.Rectangle(Milieu + 20, haut, Droite - Milieu - 20, 26, Gris);
        using (document.Structure.Ouvrir("P"))
        {
            _page.Texte("NET A PAYER", Milieu + 28, haut + 17, 10, gras: true);
            _page.TexteADroite(Somme(bulletin.NetAPayer), Droite - 8, haut + 17, 11, gras: true);
        }

        _y = Math.Max(_y, haut + 26) + 8;
    }

    private void Sommes()
    {
        var largeur = (Droite - Gauche) / 3;
        ColonneDeGrille[] colonnes = [new(largeur), new(largeur), new(largeur)];
        Tableau(colonnes, ["NET", "NET IMPOSABLE", "BRUT"], [[Somme(bulletin.Net), Somme(bulletin.Imposable), Somme(bulletin.Brut)]]);
        Tableau(colonnes, ["CUMUL BRUT", "CUMUL NET IMPOSABLE", "CUMUL BASE S.S."],
            [[Somme(bulletin.CumulBrut), Somme(bulletin.CumulImposable), Somme(bulletin.CumulBaseSs)]]);
    }

    private void Evenements() => Section("Evènements", [new(200), new(339)], ["Libellé", "Description"],
        bulletin.Evenements.Select(e => new[] { TextePdf.Imprimable(e.Libelle ?? e.Code), TextePdf.Imprimable(e.Description) }));

    private void Budgets() => Section("Répartition budgétaire", [new(90), new(269), new(80, true), new(100, true)], ["Code Budget", "Libellé", "Taux", "Montant"],
        bulletin.RepartitionBudgetaire.Select(p => new[]
        {
            TextePdf.Imprimable(p.CodeBudget), TextePdf.Imprimable(p.Libelle), p.Taux is { } taux ? TexteDeCellule.De(taux) + "\u00A0%" : "", TexteDeCellule.De(p.Montant),
        }));

    private void Notes()
    {
        if (bulletin.Notes is not { Count: > 0 } notes)
            return;
        _y += 4;
        PlaceOuPage(40);
        Paragraphe("NOTES", Gauche, Droite, gras: true, role: "H2");
        foreach (var note in notes)
            Paragraphe(PhraseDeNote.Dire(note), Gauche, Droite);
    }

    private void Source()
    {
        _y += 6;
        Paragraphe($"Fichier {bulletin.NomDeFichier}, bulletin n° {TexteDeCellule.De(bulletin.Ordre)}, SHA-256 {bulletin.Volume}", Gauche, Droite, 6);
    }

    private void Section(string titre, IReadOnlyList<ColonneDeGrille> colonnes, IReadOnlyList<string> titres, IEnumerable<string[]> rangees)
    {
        var lignes = rangees.ToList();
        _y += 4;
        PlaceOuPage(40);
        Paragraphe(titre, Gauche, Droite, gras: true, role: "H2");
        _y += 3;
        if (lignes.Count == 0) Paragraphe(NonRenseigne, Gauche, Droite);
        else Tableau(colonnes, titres, lignes);
    }

    /// <summary>A row of a single cell spans the table.</summary>
    /// <param name="entendus">Titles as they are read aloud, when a line above completes them.</param>
    private void Tableau(IReadOnlyList<ColonneDeGrille> colonnes, IReadOnlyList<string> titres, IEnumerable<string[]> rangees, IReadOnlyList<string>? entendus = null)
    {
        var grille = new GrillePdf(document, colonnes, Taille);
        var large = new GrillePdf(document, [new ColonneDeGrille(grille.Largeur)], Taille);
        using var table = document.Structure.Ouvrir("Table");
        Tete(grille, titres, "TH");
        foreach (var rangee in rangees)
        {
            var tracee = rangee.Length == 1 ? large : grille;
            var cellules = tracee.Couper(rangee, FormatDePage.A4Grand / 2);
            if (PlaceOuPage(tracee.Hauteur(cellules)))
                Tete(grille, entendus ?? titres, role: null);
            _y = tracee.Dessiner(_page, Gauche, _y, cellules, "TD");
            _page.Trait(Gauche, _y, Gauche + grille.Largeur, _y, epaisseur: 0.2);
        }

        _y += 5;
    }

    private void Tete(GrillePdf grille, IReadOnlyList<string> titres, string? role)
    {
        var cellules = grille.Couper(titres, FormatDePage.A4Grand / 2, gras: true);
        PlaceOuPage(2 * grille.Hauteur(cellules));
        _page.Rectangle(Gauche, _y, grille.Largeur, grille.Hauteur(cellules), Gris, trait: false);
        _y = grille.Dessiner(_page, Gauche, _y, cellules, role, gras: true);
    }

    /// <summary>Goes on with a further page when so much does not fit; true when it did.</summary>
    private bool PlaceOuPage(double hauteur)
    {
        if (_y + hauteur <= Bas)
            return false;
        _page = document.NouvellePage(FormatDePage.A4Petit, FormatDePage.A4Grand);
        _y = FormatDePage.Marge + 8;
        _page.Texte(TextePdf.Imprimable($"BULLETIN DE PAYE – {EcritureDeBulletins.Titre(bulletin)} (suite)"), Gauche, _y, Taille, gras: true, artefact: true);
        _y += 8;
        return true;
    }

    private void Paragraphe(string texte, double gauche, double droite, double taille = Taille, bool gras = false, string role = "P")
    {
        using var paragraphe = document.Structure.Ouvrir(role);
        foreach (var ligne in TextePdf.Couper(TextePdf.Imprimable(texte), gras ? document.Grasse : document.Normale, taille, droite - gauche))
        {
            PlaceOuPage(taille * 1.4);
            _y += taille * 1.35;
            _page.Texte(ligne, gauche, _y, taille, gras);
        }
    }

    private static string Nombre(decimal? nombre) => TexteDeCellule.De(nombre);
}
