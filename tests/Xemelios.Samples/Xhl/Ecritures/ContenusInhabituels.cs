namespace Xemelios.Samples;

/// <summary>Changes what a file says without breaking its XML: odd values, elements missing, repeated, moved, unknown.</summary>
internal sealed class ContenusInhabituels(Hasard hasard)
{
    private static readonly string[] NomsConnus =
    [
        "Agent", "Nom", "Matricule", "Service", "NBI", "Periode", "Remuneration", "TraitBrut", "Rappel", "Retenue", "Cotisation", "Commentaire", "MtBrut", "MtNet",
        "DatePaiement", "RepartitionBudget", "CodeBudget", "PJRef", "IdUnique", "Evenement", "Code", "Libelle", "Mt", "Base", "Taux", "NbUnite", "PeriodeRef", "DateDebut",
        "CodeCaisse", "Ordre", "Adresse", "CptBancaire", "RefNomenStatutaire", "Indice", "NbEnfants", "Statut", "Etablissement", "Budget", "Employeur", "Siret", "Train",
        "IdVer", "Correspondance", "NomenclatureRubriquePaye", "Description", "Repartition", "CodeNatureEmp",
    ];

    private static readonly string[] NomsInconnus =
        ["ChampDeLEditeur", "mt", "MT", "MtBrutAnnuel", "PayeIndivMensuelle", "PayeIndiv", "TraitBrut2", "V", "x", "a-b.c_d", "_", "Prime_D_été"];

    public void Appliquer(ElementXhl racine)
    {
        for (var coups = hasard.Parmi([0, 1, 2, 4, 8, 30]); coups > 0; coups--)
        {
            var elements = racine.Tous().ToList();
            var element = hasard.Parmi(elements);
            var parent = hasard.Parmi([.. elements.Where(e => e.Enfants.Count > 0)]);
            UnCoup(racine, element, parent);
        }
    }

    /// <summary>What, in the end, makes the file one that a fast reader may leave.</summary>
    public static FormesRares Formes(ElementXhl racine)
    {
        var branche = racine.Enfants.FindIndex(EstUneBranche);
        var avant = branche < 0 ? racine.Enfants : racine.Enfants[..branche];
        var complet = avant.Exists(e => e is { Nom: "Annee", V: not null }) && avant.Exists(e => e is { Nom: "Mois", V: not null }) && avant.Exists(e => e.Nom == "Employeur");
        var ailleurs = racine.Enfants.Any(bloc => bloc.Nom == "PayeIndivMensuel" || bloc.Enfants.Any(bulletin => Deplace(bloc, bulletin)));
        return (complet ? FormesRares.Aucune : FormesRares.EnTeteTardif)
            | (branche >= 0 && !racine.Enfants[branche..].TrueForAll(EstUneBranche) ? FormesRares.EnTeteApresLesBlocs : FormesRares.Aucune)
            | (ailleurs ? FormesRares.BulletinDeplace : FormesRares.Aucune)
            | (racine.Tous().Any(e => e.Nom.Any(c => c > '\u007F')) ? FormesRares.NomAccentue : FormesRares.Aucune);
    }

    private static bool EstUneBranche(ElementXhl element) => element.Nom is "DonneesIndiv" or "Nomenclatures" or "RepartitionParNature";

    private static bool Deplace(ElementXhl bloc, ElementXhl bulletin) =>
        (bulletin.Nom == "PayeIndivMensuel" && bloc.Nom != "DonneesIndiv") || bulletin.Nom == "DonneesIndiv"
        || bulletin.Enfants.Any(e => e.Tous().Any(d => d.Nom is "PayeIndivMensuel" or "DonneesIndiv"));

    private void UnCoup(ElementXhl racine, ElementXhl element, ElementXhl parent)
    {
        var rang = hasard.Entre(0, parent.Enfants.Count - 1);
        switch (hasard.Entre(0, 19))
        {
            case <= 8 when element.V is not null: element.V = ValeursInhabituelles.Tirer(hasard, element.V); break;
            case 9 or 10 when element.V is not null: element.V = null; break;
            case 11: parent.Enfants.Insert(hasard.Entre(0, parent.Enfants.Count), parent.Enfants[rang].Copier()); break;
            case 12: parent.Enfants.Reverse(rang, parent.Enfants.Count - rang); break;
            case 13 when parent != racine || parent.Enfants.Count > 8: parent.Enfants.RemoveAt(rang); break;
            case 14: parent.Enfants.Insert(rang, Inconnu()); break;
            case 15 when element != racine: element.Nom = hasard.Parfois(50) ? hasard.Parmi(NomsConnus) : hasard.Parmi(NomsInconnus); break;
            case 16: parent.Enfants[rang].Enfants.Add(element == racine ? Inconnu() : element.Copier()); break;
            case 17: element.V = ValeursInhabituelles.Tirer(hasard, element.V); break;
            case 18: Blocs(racine); break;
            default: parent.Enfants.Insert(rang, new ElementXhl(hasard.Parmi(NomsConnus)) { V = ValeursInhabituelles.Tirer(hasard, null) }); break;
        }
    }

    private ElementXhl Inconnu()
    {
        var inconnu = new ElementXhl(hasard.Parmi(NomsInconnus)) { V = hasard.Parfois(60) ? ValeursInhabituelles.Tirer(hasard, null) : null };
        while (hasard.Parfois(40))
            inconnu.Enfants.Add(hasard.Parfois(50) ? Inconnu() : new ElementXhl(hasard.Parmi(NomsConnus)) { V = "1" });
        return inconnu;
    }

    /// <summary>Blocks of bulletins: added, cut in two, empty, with or without their establishment; the header put last.</summary>
    private void Blocs(ElementXhl racine)
    {
        var blocs = racine.Enfants.Where(e => e is { Nom: "DonneesIndiv", Enfants.Count: > 0 }).ToList();
        if (blocs.Count == 0)
            return;
        var bloc = hasard.Parmi(blocs);
        switch (hasard.Entre(0, 5))
        {
            case 0: bloc.Enfants.Insert(hasard.Entre(0, bloc.Enfants.Count), new ElementXhl("PayeIndivMensuel")); break;
            case 1: racine.Enfants.Insert(racine.Enfants.IndexOf(bloc), new ElementXhl("DonneesIndiv")); break;
            case 2: Couper(racine, bloc); break;
            case 3: bloc.Enfants.Insert(hasard.Entre(0, bloc.Enfants.Count), Etablissement()); break;
            case 4 when hasard.Parfois(25): racine.Enfants.Reverse(); break;
            default: racine.Enfants.Add(bloc.Copier()); break;
        }
    }

    private void Couper(ElementXhl racine, ElementXhl bloc)
    {
        var suite = new ElementXhl("DonneesIndiv");
        var coupe = hasard.Entre(0, bloc.Enfants.Count);
        suite.Enfants.AddRange(bloc.Enfants[coupe..]);
        bloc.Enfants.RemoveRange(coupe, bloc.Enfants.Count - coupe);
        if (hasard.Parfois(50))
            suite.Enfants.Insert(0, Etablissement());
        racine.Enfants.Insert(racine.Enfants.IndexOf(bloc) + 1, suite);
    }

    private static ElementXhl Etablissement()
    {
        var etablissement = new ElementXhl("Etablissement");
        etablissement.Enfants.Add(new ElementXhl("Nom") { V = "Annexe" });
        etablissement.Enfants.Add(new ElementXhl("Siret") { V = "21990001100025" });
        return etablissement;
    }
}
