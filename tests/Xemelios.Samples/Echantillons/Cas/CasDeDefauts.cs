namespace Xemelios.Samples;

/// <summary>The defects of xhl-format §11.2 that one file can show.</summary>
internal static class CasDeDefauts
{
    public static IEnumerable<CasDeConformite> Tous() =>
        [.. Refuses().Concat(Absents()).Concat(Structures()).Concat(Valeurs()).Concat(Contenus()).Select(c => c.Fini())];

    private static IEnumerable<Cas> Refuses()
    {
        var entier = EtatPublie.Creer(MoisDeCas.Petit()).Xhl[0];
        yield return new Cas("d09-tronque", "Fichier coupé : refusé en entier").Avec(entier with { Contenu = XhlHostiles.Tronque(entier.Contenu) }).Defauts("D09");
        yield return new Cas("d10-annee-absente", "Année absente, nom de fichier muet : refusé")
            .Avec(Renomme(Dialecte.Standard with { Omis = Noms("Annee") }, "paye.xhl")).Defauts("D10");
        yield return new Cas("d11-mois-invalide", "Mois 13, nom de fichier muet : refusé")
            .Avec(Renomme(Dialecte.Standard with { Valeurs = Valeur("Mois", "13") }, "paye.xhl")).Defauts("D11");
        yield return new Cas("autre-racine", "XML bien formé qui n'est pas une paye : refusé").Avec(new FichierFictif("facture.xml", XhlHostiles.AutreRacine()));
        yield return new Cas("vide", "Fichier vide : refusé").Avec(new FichierFictif("vide.xhl", []));
    }

    private static IEnumerable<Cas> Absents()
    {
        yield return MoisDeCas.Dialecte("d12-sans-budget", "Budget absent", Dialecte.Standard, MoisDeCas.Petit() with { Budget = null }).Defauts("D12");
        yield return Omis("d13-siret-vide", "SIRET de l'employeur vide", Dialecte.Standard with { Valeurs = Valeur("Employeur/Siret", "") }).Tait("siret").Defauts("D13");
        yield return MoisDeCas.Dialecte("d14-donnees-vides", "Bloc DonneesIndiv vide avant le vrai", Dialecte.Standard with { DonneesIndivVide = true }).Defauts("D14");
        yield return MoisDeCas.Dialecte("d15-bulletin-vide", "PayeIndivMensuel vide", Dialecte.Standard with { BulletinVide = true }).Defauts("D15");
        yield return Omis("d16-agent-absent", "Agent absent : les bulletins restent", Dialecte.Standard with { Omis = Noms("Agent") }).Tait("agents").Defauts("D16");
        yield return Omis("d17-statut-service-absents", "Statut et Service absents", Dialecte.Standard with { Omis = Noms("Statut", "Service", "Grade") }).Defauts("D17");
        yield return Omis("d18-brut-absent", "MtBrut absent : inconnu, et non zéro", Dialecte.Standard with { Omis = Noms("MtBrut") }).Tait("brut").Defauts("D18");
        yield return SansLignes("d19-sans-remuneration", "Remuneration absente : totaux sans lignes", Dialecte.Standard with { Omis = Noms("Remuneration") }).Defauts("D19");
        var toutes = Enum.GetNames<Categorie>();
        yield return SansLignes("d20-remuneration-vide", "Remuneration vide", Dialecte.Standard with { Omis = Noms(toutes) }).Defauts("D20");
        yield return Omis("d37-nature-sans-libelle", "Natures utilisées sans NomenclatureNature", Dialecte.Standard with { Omis = Noms("NomenclatureNature") });
    }

    private static IEnumerable<Cas> Structures() =>
    [
        MoisDeCas.Dialecte("d21-desordre", "Catégories à l'envers, montant en tête de ligne, matricule en tête de l'agent", Dialecte.Standard with { Desordre = true }).Defauts("D21", "D23", "D24"),
        MoisDeCas.Dialecte("d22-element-inconnu", "Élément inconnu dans chaque bulletin", Dialecte.Standard with { ElementInconnu = true }).Defauts("D22"),
        MoisDeCas.Dialecte("d22-categorie-inconnue", "Catégorie inconnue : gardée, hors des totaux", Dialecte.Standard with { CategorieInconnue = true }).Tait("lignes").Defauts("D22"),
        MoisDeCas.Dialecte("d25-trois-evenements", "Trois événements, l'un sans code, l'un dont le code est un texte", Dialecte.Standard with { TroisEvenements = true }).Defauts("D25", "D38", "D39"),
        MoisDeCas.Dialecte("d26-deux-nbi", "Deux NBI", Dialecte.Standard with { DeuxNbi = true }).Defauts("D26"),
        MoisDeCas.Dialecte("deux-etablissements", "Deux DonneesIndiv, le second avec Etablissement", Dialecte.Standard with { DeuxEtablissements = true }, MoisDeCas.Petit(4)),
        MoisDeCas.Dialecte("d36-caisses-en-double", "Codes de caisse en double dans la nomenclature", Dialecte.Standard with { NomenclatureEnDouble = true }).Defauts("D36"),
    ];

    private static IEnumerable<Cas> Valeurs() =>
    [
        Vaut("d27-vides", "Valeurs vides sur des nombres et une date", ("Indice", ""), ("QuotiteTrav", ""), ("DatePaiement", ""), ("CumulBaseSS", " ")).Defauts("D27"),
        DateTronquee(),
        Vaut("d31-trop-long", "Grade plus long que le schéma ne permet", ("Grade", new string('G', 140))).Defauts("D31"),
        Vaut("d32-retour-a-la-ligne", "Retour à la ligne et point-virgule dans un libellé", ("EmploiMetier", "Agent;\nd'entretien")),
        Vaut("d33-base-detournee", "Base du traitement qui tient l'indice", ("TraitBrut/Base", "367")),
        Vaut("d52-taux-en-fraction", "Taux de cotisation en fraction de 1", ("Cotisation/Taux", "0.15")),
        Vaut("d35-code-accentue", "Code de rubrique avec espaces, points et accents", ("TraitBrut/Code", "TRT. Été ")).Tait("natures").Defauts("D35"),
        Vaut("d44-nir-masque", "NIR masqués, tous pareils", ("NIR", "1ZZZZZZZZZZZZ")).Defauts("D44"),
        Vaut("d45-quotite-zero", "Quotité nulle et indice 0000", ("QuotiteTrav", "0.00"), ("Indice", "0000")).Defauts("D45"),
        Vaut("d46-periode-annuelle", "Période d'une année entière", ("Periode/DateDebut", "2026-01-01"), ("Periode/DateFin", "2026-12-31")).Defauts("D46"),
        Vaut("d50-libelle-de-ligne", "Libellé de ligne différent de la nomenclature", ("TraitBrut/Libelle", "TRAITEMENT   IND. 367")),
        Vaut("d54-statut-contredit", "Statut contredit par la nomenclature statutaire", ("Statut", "STAGIAIRE")),
    ];

    private static IEnumerable<Cas> Contenus()
    {
        var mois = MoisDeCas.Petit();
        var fractions = mois.Bulletins.Select(b => b with { Budgets = [new PartDeBudget("00", 0.6m, null), new PartDeBudget("01", 0.4m, null)] });
        yield return MoisDeCas.Dialecte("d40-fractions", "Répartition budgétaire en fractions de 1", Dialecte.Standard, mois with { Bulletins = [.. fractions] }).Defauts("D40");
        var espaces = mois.Bulletins.Select(b => b with { Budgets = [new PartDeBudget("VILLECOM", 100m, null)] });
        yield return MoisDeCas.Dialecte("d41-budget-avec-espace", "Code budget VILLE COM à la racine, VILLECOM dans les bulletins", Dialecte.Standard, mois with { Budget = "VILLE COM", Bulletins = [.. espaces] }).Tait("budget");
        var annees = mois.Bulletins.Select(b => b with { Annee = 2010, Agent = b.Agent with { EnIban = true } });
        yield return MoisDeCas.Dialecte("d43-iban-2010", "BIC et IBAN avant le schéma 1.4", Dialecte.Standard, mois with { Annee = 2010, Bulletins = [.. annees] });
        var double2 = mois with { Bulletins = [.. mois.Bulletins, mois.Bulletins[0] with { Lignes = [.. mois.Bulletins[0].Lignes.Take(4)] }] };
        yield return MoisDeCas.Dialecte("d47-deux-bulletins", "Deux bulletins pour un même matricule", Dialecte.Standard, double2);
        var etat = EtatPublie.Creer(mois);
        yield return new Cas("d47-livre-deux-fois", "Le même fichier sous deux noms : compté une fois")
            .Avec([.. etat.Xhl, etat.Xhl[0] with { Chemin = "copie.xhl" }]).Etat(etat.Attendu);
        yield return new Cas("d49-extension-xml", "Extension .xml et nom quelconque").Avec(etat.Xhl[0] with { Chemin = "Paie -L.xml" }).Etat(etat.Attendu);
        yield return Elus();
        var sansRetenues = EtatPublie.Creer(mois, dialecte: Dialecte.Standard with { Omis = Noms("Retenue") });
        var restent = sansRetenues.Attendu.Lignes - sansRetenues.Attendu.LignesParCategorie.GetValueOrDefault(Categorie.Retenue);
        yield return new Cas("d53-lignes-manquantes", "Retenues absentes : les totaux ne se retrouvent pas").Avec(sansRetenues.Xhl).Etat(sansRetenues.Attendu with { Lignes = restent }).Defauts("D53");
        var heures = Enumerable.Range(1, 99).Select(g => MoisDeCas.Petit(4, (ulong)g)).First(m => m.Bulletins.Count(b => b.HeuresSup > 0) > 1);
        yield return MoisDeCas.Dialecte("heures-supplementaires", "Heures supplémentaires : NbUnite des lignes I.H.T.S. et NbHeureSup concordent", Dialecte.Standard, heures);
        yield return MoisDeCas.Dialecte("avec-tout", "Commentaires, avantages en nature, acomptes, rappels, heures supplémentaires", Dialecte.Standard, GenerateurDeMois.Simple(11, 8));
    }

    private static Cas DateTronquee()
    {
        var mois = Enumerable.Range(1, 99).Select(g => MoisDeCas.Petit(3, (ulong)g)).First(m => m.Bulletins.Any(b => b.Lignes.Any(l => l.PeriodeRef is not null)));
        return MoisDeCas.Dialecte("d30-date-tronquee", "Date de fin d'un rappel tronquée", Dialecte.Standard with { Valeurs = Valeur("PeriodeRef/DateFin", "2026-02-2") }, mois).Defauts("D30");
    }

    private static Cas Elus()
    {
        var hasard = new Hasard(5);
        var employeur = new EmployeurFictif(SiretFictif.Creer("21", 51), "Commune fictive", ProfilDePaye.Commune);
        var mois = GenerateurDeMois.De(hasard, employeur, GenerateurDAgents.Elus(hasard, 4, 1), 2026, 3) with { Budget = "00", Train = "ELUS" };
        return MoisDeCas.Dialecte("d51-elus", "Train d'élus", Dialecte.Standard, mois);
    }

    private static Cas SansLignes(string code, string description, Dialecte dialecte)
    {
        var etat = EtatPublie.Creer(MoisDeCas.Petit(), dialecte: dialecte);
        return new Cas(code, description).Avec(etat.Xhl).Etat(etat.Attendu with { Lignes = 0, CotisationsPatronales = 0 }).Tait("natures");
    }

    private static Cas Omis(string code, string description, Dialecte dialecte) => MoisDeCas.Dialecte(code, description, dialecte);

    private static Cas Vaut(string code, string description, params (string Nom, string V)[] valeurs) =>
        MoisDeCas.Dialecte(code, description, Dialecte.Standard with { Valeurs = valeurs.ToDictionary(v => v.Nom, v => v.V, StringComparer.Ordinal) });

    private static FichierFictif Renomme(Dialecte dialecte, string nom) => EtatPublie.Creer(MoisDeCas.Petit(), dialecte: dialecte).Xhl[0] with { Chemin = nom };

    private static Dictionary<string, string> Valeur(string nom, string valeur) => new(StringComparer.Ordinal) { [nom] = valeur };

    private static HashSet<string> Noms(params IEnumerable<string> noms) => new(noms, StringComparer.Ordinal);
}
