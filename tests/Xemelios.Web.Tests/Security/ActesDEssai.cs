using System.Globalization;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Xemelios.Domain.Echantillons;
using Xemelios.Domain.Habilitations;
using Xemelios.Domain.Valeurs;
using Xemelios.Import;
using Xemelios.Query.Controles;
using Xemelios.Store;
using Xemelios.Store.Gestion;
using Xemelios.Store.Gestion.Comptes;
using Xemelios.Store.Gestion.Controles;
using Xemelios.Store.Gestion.Echantillons;
using Xemelios.Web.Imports;

namespace Xemelios.Web.Tests.Security;

/// <summary>One way to change something: what it is in the program, who may, and how it is asked.</summary>
/// <param name="Cle">A route that is posted to, or a component with the name of its form.</param>
/// <param name="Qui">The accounts for which something changes; for all others nothing does.</param>
/// <param name="Preparer">Makes its target, and says what is sent.</param>
internal sealed record ActeDEssai(string Cle, string Qui, Func<string, Task<Envoi>> Preparer)
{
    public bool EstPermisA(string compte) => Qui.Split(' ').Contains(compte);
}

/// <summary>What is sent: the fields of a form, or a raw body.</summary>
internal sealed record Envoi(string Adresse, params (string Nom, string Valeur)[] Champs)
{
    /// <summary>The form of a page, by its name.</summary>
    public string? Formulaire { get; init; }

    public byte[]? Corps { get; init; }

    public HttpContent Contenu()
    {
        if (Corps is not null)
            return new ByteArrayContent(Corps);
        var champs = Champs.Select(c => new KeyValuePair<string, string>(c.Nom, c.Valeur));
        return new FormUrlEncodedContent(Formulaire is null ? champs : champs.Prepend(new("_handler", Formulaire)));
    }
}

/// <summary>Every act of the application, on targets of the person's own and of others.</summary>
internal sealed class ActesDEssai(DeuxPostes postes, string sansNatures)
{
    private const string Comptables = "comptable autre.poste";
    private const string Chercheurs = "comptable ordonnateur auditeur juge autre.poste autre.collectivite autre.budget autres.mois";
    private const string Habilites = Chercheurs + " agent administrateur";
    private const string Tous = Habilites + " termine a.venir sans.habilitation";
    private const string Personne = "";
    private static readonly Auteur Machine = Auteur.DeLaMachine("essai", "essai");
    private int _numero;

    public IEnumerable<ActeDEssai> Lister() => [.. Recherches(), .. Configurations(), .. Imports(), .. Travaux(), .. Passages(), .. Administration(), .. MonCompte(), .. DesHabilitations(), .. Revelations(), .. DroitsDesPersonnes(), .. Controles(), .. Echantillons(), .. Fins()];

    private IEnumerable<ActeDEssai> Recherches() =>
    [
        new("POST /recherches/enregistrer", Chercheurs, _ => Est(new Envoi("/recherches/enregistrer", ("adresse", "/bulletins?q=nom%3DX"), ("libelle", Nouveau())))),
        new("POST /recherches/{id:long}/retirer", Chercheurs, compte => Est(new Envoi($"/recherches/{Recherche(compte)}/retirer"))),
        new("POST /recherches/{id:long}/retirer", Personne, _ => Est(new Envoi($"/recherches/{Recherche("quelqu.un")}/retirer"))),
    ];

    private IEnumerable<ActeDEssai> Configurations()
    {
        (string, string)[] Champs(string code) => [("sujet", "Bulletins"), ("code", code), ("libelle", "Essai"), ("champ", "matricule")];
        return
        [
            new("POST /exports/configuration", Chercheurs, _ => Est(new Envoi("/exports/configuration", Champs(Nouveau())))),
            new("POST /exports/configuration/{code}", Chercheurs, compte => Est(new Envoi($"/exports/configuration/{Configuration(compte)}", Champs(Nouveau())))),
            new("POST /exports/configuration/{code}", Personne, _ => Est(new Envoi($"/exports/configuration/{Configuration("quelqu.un")}", Champs(Nouveau())))),
            new("POST /exports/configuration/{code}/supprimer", Chercheurs, compte => Est(new Envoi($"/exports/configuration/{Configuration(compte)}/supprimer"))),
            new("POST /exports/configuration/{code}/supprimer", Personne, _ => Est(new Envoi($"/exports/configuration/{Configuration("quelqu.un")}/supprimer"))),
        ];
    }

    private IEnumerable<ActeDEssai> Imports()
    {
        List<ActeDEssai> actes = [new("POST /api/imports", Comptables, _ => Est(new Envoi("/api/imports")))];
        foreach (var (poste, sien) in (IEnumerable<(string?, string)>)[("P1", "comptable"), ("P2", "autre.poste"), (null, Personne)])
        {
            actes.Add(new("POST /api/imports/{lot}/fichiers", sien, _ => Est(new Envoi($"/api/imports/{Lot(poste)}/fichiers?chemin=essai.bin") { Corps = Octets() })));
            actes.Add(new("POST /api/imports/{lot}/fichiers/{rang:int}", sien, _ => Est(new Envoi($"/api/imports/{Lot(poste)}/fichiers/0?chemin=essai.bin&debut=0&octets=5") { Corps = Octets()[..5] })));
            actes.Add(new("POST /api/imports/{lot}/lancer", sien, _ => Est(new Envoi($"/api/imports/{Lot(poste)}/lancer"))));
            actes.Add(new("POST /api/imports/{lot}/confirmer", sien, _ => Est(new Envoi($"/api/imports/{AConfirmer(poste)}/confirmer"))));
            actes.Add(new("AnnonceDImport.razor renoncer", sien, _ => Est(new Envoi($"/import/{AConfirmer(poste)}") { Formulaire = "renoncer" })));
            actes.Add(new("BudgetsDeLImport.razor budgets", sien, _ => Est(new Envoi($"/import/{AvecUnBudget(poste)}") { Formulaire = "budgets" })));
            actes.Add(new("POST /api/imports/{lot}/annuler", sien, _ => Est(new Envoi($"/api/imports/{Lot(poste)}/annuler"))));
            actes.Add(new("Import.razor reprise", sien, _ => Est(new Envoi(EnSuspens(poste)) { Formulaire = "reprise" })));
        }

        actes.Add(new("Import.razor dossier", Comptables, _ => Est(new Envoi("/import", ("Chemin", Fichier())) { Formulaire = "dossier" })));
        actes.Add(new("Import.razor dossier", Personne, _ => Est(new Envoi("/import", ("Chemin", Path.Combine(postes.Donnees, "originaux"))) { Formulaire = "dossier" })));
        return actes;
    }

    private IEnumerable<ActeDEssai> Travaux() =>
    [
        new("POST /api/travaux/exports", Chercheurs, _ => Est(new Envoi("/api/travaux/exports", ("adresse", $"/exports/resultat/{Nouveau()}?format=csv")))),
        new("POST /api/travaux/reconstruction", "administrateur", _ => Est(new Envoi("/api/travaux/reconstruction"))),
        new("POST /api/travaux/{id}/annuler", "comptable", _ => Est(new Envoi($"/api/travaux/{LotDe("comptable", "P1")}/annuler"))),
        new("POST /api/travaux/{id}/annuler", Personne, _ => Est(new Envoi($"/api/travaux/{LotDe("quelqu.un", "P1")}/annuler"))),
        new("POST /api/travaux/{id}/vu", "comptable", _ => Est(new Envoi($"/api/travaux/{Fini("comptable", "P1")}/vu"))),
        new("POST /api/travaux/{id}/vu", Personne, _ => Est(new Envoi($"/api/travaux/{Fini("comptable", "P2")}/vu"))),
    ];

    private IEnumerable<ActeDEssai> Passages() =>
    [
        .. ((IEnumerable<(string, string)>)[(DeuxPostes.Commune, "comptable"), (DeuxPostes.Hopital, "autre.poste")]).Select(c => new ActeDEssai(
            "Passage.razor passage", c.Item2, _ => Est(new Envoi($"/passage/{c.Item1}", ("Saisie.Texte", $"TraitBrut;Z{Nouveau()};;64111;;;")) { Formulaire = "passage" }))),
        new("PropositionDeTable.razor confirmation", "comptable", _ => Est(new Envoi($"/passage/{sansNatures}?proposer=1", ("tout", "1"), ("par", Nouveau())) { Formulaire = "confirmation" })),
    ];

    private IEnumerable<ActeDEssai> Administration() =>
    [
        new("Comptes.razor ouvrir", "administrateur", _ => Est(new Envoi("/comptes", ("utilisateur", Nouveau()), ("nom", "Essai")) { Formulaire = "ouvrir" })),
        new("Comptes.razor agir", "administrateur", async _ => new Envoi("/comptes", ("bloquer", await Compte())) { Formulaire = "agir" }),
        new("Comptes.razor agir", "administrateur", async _ => new Envoi("/comptes", ("lien", await Compte())) { Formulaire = "agir" }),
        new("TableauDesSessions.razor fermer", "administrateur", async _ => new Envoi("/comptes", ("session", await Session("sans.habilitation"))) { Formulaire = "fermer" }),
        new("Postes.razor importer", "administrateur", _ => Est(new Envoi("/postes", ("fichier", $"poste;libelle poste;siret;libelle;du;au\n{Nouveau()};Essai;{(sansNatures == "21990027100012" ? "21990008100015" : "21990027100012")};Commune;;\n")) { Formulaire = "importer" })),
        new("Postes.razor ajouter", "administrateur", _ => Est(new Envoi("/postes", ("poste", Nouveau()), ("libelle", "Essai")) { Formulaire = "ajouter" })),
    ];

    private IEnumerable<ActeDEssai> MonCompte() =>
    [
        new("TableauDesSessions.razor fermer", Habilites, async compte => new Envoi("/mon-compte", ("session", await Session(compte))) { Formulaire = "fermer" }),
        new("TableauDesSessions.razor fermer", "administrateur", async _ => new Envoi("/mon-compte", ("session", await Session("sans.habilitation"))) { Formulaire = "fermer" }),
        new("MonCompte.razor poste", Personne, _ => Est(new Envoi("/mon-compte", ("poste", "P9")) { Formulaire = "poste" })),
        new("MonCompte.razor preparer", Habilites, _ => Est(new Envoi("/mon-compte") { Formulaire = "preparer" })),
        new("MonCompte.razor motdepasse", Habilites, _ => Est(new Envoi("/mon-compte", ("actuel", DeuxPostes.MotDePasse), ("nouveau", $"{DeuxPostes.MotDePasse} bis")) { Formulaire = "motdepasse" })),
    ];

    private IEnumerable<ActeDEssai> DesHabilitations()
    {
        var jour = JourDeParis.De(TimeProvider.System.GetUtcNow()).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        async Task<Envoi> Donner(string profil, string budgets) =>
            new("/habilitations", ("utilisateur", await Compte()), ("profil", profil), ("poste", "P1"), ("debut", jour), ("budgets", budgets)) { Formulaire = "donner" };
        async Task<Envoi> Terminer(Profil profil, string poste, string siret) =>
            new("/habilitations", ("habilitation", $"{(await Habiliter(profil, poste, siret)).Id}")) { Formulaire = "terminer" };
        return
        [
            new("Habilitations.razor donner", "comptable", _ => Donner("Ordonnateur", DeuxPostes.Commune)),
            new("Habilitations.razor donner", "autre.poste", _ => Donner("Ordonnateur", DeuxPostes.Hopital)),
            new("Habilitations.razor donner", "administrateur", _ => Donner("Comptable", "")),
            new("Habilitations.razor terminer", "comptable", _ => Terminer(Profil.Ordonnateur, "P1", DeuxPostes.Commune)),
            new("Habilitations.razor terminer", "autre.poste", _ => Terminer(Profil.Ordonnateur, "P2", DeuxPostes.Hopital)),
            new("Habilitations.razor terminer", "administrateur", _ => Terminer(Profil.Auditeur, "P1", DeuxPostes.Commune)),
        ];
    }

    private IEnumerable<ActeDEssai> Revelations() =>
    [
        new("Devoilement.razor reveler", "comptable agent auditeur juge", _ => Est(
            new Envoi($"/bulletins/{postes.Bulletin.Volume}/{postes.Bulletin.Ordre}", ("donnee", "Nir"), ("motif", "Essai")) { Formulaire = "reveler" })),
        new("Devoilement.razor reveler", "comptable agent auditeur juge", _ => Est(
            new Envoi($"/sources/{postes.Bulletin.Volume}", ("donnee", "SourceXml"), ("motif", "Essai")) { Formulaire = "reveler" })),
    ];

    private IEnumerable<ActeDEssai> DroitsDesPersonnes()
    {
        var agent = $"/rectifications/{DeuxPostes.Commune}/{postes.Bulletin.Matricule}";
        return
        [
            new("POST /restitutions/executer", "comptable auditeur juge", _ => Est(new Envoi(
                "/restitutions/executer", ("siret", DeuxPostes.Commune), ("matricule", postes.Bulletin.Matricule), ("reference", Nouveau()), ("date", "2026-04-01")))),
            new("RectificationsPage.razor ajouter", "comptable", _ => Est(new Envoi(agent, ("objet", "Adresse"), ("texte", Nouveau())) { Formulaire = "ajouter" })),
            new("RectificationsPage.razor decider", "comptable", async _ => new Envoi(agent, ("etat", "Refusee"), ("motif", "Essai")) { Formulaire = $"decider-{await Note(agent)}" }),
            // An exercice that is still active goes nowhere, whoever asks; what can be archived has its own tests.
            new("POST /archives/executer", Personne, _ => Est(new Envoi(SansSuspens("/archives/executer"), ("siret", DeuxPostes.Commune), ("exercice", "2026"), ("budget", "00"), ("motif", "Essai")))),
        ];
    }

    private const string Etat = $"/etats/{DeuxPostes.Commune}/00/2026-03/rapprochement";

    private IEnumerable<ActeDEssai> Controles() =>
    [
        new("FormulaireDeVisa.razor viser", "comptable", _ => Est(new Envoi(Etat, ("sur", ""), ("decision", "Observe"), ("vues", Vues())) { Formulaire = "viser" })),
        new("FormulaireDAttribution.razor attribuer", "comptable", _ => Est(new Envoi(Etat, ("sur", ""), ("personne", "comptable")) { Formulaire = "attribuer" })),
        new("NotesDeControle.razor noter", "comptable", _ => Est(new Envoi(Etat, ("sur", ""), ("texte", Nouveau())) { Formulaire = "noter" })),
        new("NotesDeControle.razor repondre", "comptable", async _ => new Envoi(Etat, ("reponse", Nouveau()), ("clore", "non")) { Formulaire = $"repondre-{await NoteDeControle()}" }),
    ];

    private IEnumerable<ActeDEssai> Echantillons()
    {
        (string, string)[] poste = [("libelle", "Essai"), ("methode", "attributs"), ("etendue", "3"), ("unite", "bulletins")];
        return
        [
            .. ((IEnumerable<(string, string)>)[(DeuxPostes.Commune, "comptable"), (DeuxPostes.Hopital, "autre.poste")]).Select(c => new ActeDEssai(
                "EchantillonsPage.razor creer", c.Item2, _ => Est(new Envoi("/echantillons", ("libelle", Nouveau()), ("employeur", c.Item1)) { Formulaire = "creer" }))),
            new("PlanPage.razor ajouter", "comptable", _ => Est(DuPlan(Plan(), "ajouter", poste))),
            new("PlanPage.razor retirer", "comptable", _ => Est(DuPlan(Plan(), "retirer", ("poste", "0")))),
            new("PlanPage.razor cesser", "comptable", _ => Est(DuPlan(Plan(), "cesser"))),
            new("PlanPage.razor tirer", "comptable", _ => Est(DuPlan(Plan(), "tirer", ("etat", "00|2026-03|*"), ("graine", "42")))),
            new("EchantillonPage.razor pointer", "comptable", _ => Est(new Envoi($"/echantillons/{Tire()}", ("d-0", "Conforme"), ("m-0", ""), ("n-0", ""), ("v-0", "0")) { Formulaire = "pointer" })),
        ];
    }

    private static Envoi DuPlan(PlanDeControle plan, string formulaire, params (string Nom, string Valeur)[] champs) =>
        new($"/echantillons/plans/{plan.Souche}", [.. champs, ("version", $"{plan.Id}")]) { Formulaire = formulaire };

    private PlanDeControle Plan()
    {
        var tenue = postes.Service<TenueDesEchantillons>();
        return tenue.Changer(tenue.Creer(Nouveau(), DeuxPostes.Commune, Essai) with { Postes = [new("Essai", "", MethodeDeTirage.Attributs, EtendueDeTirage.DeTaille(1))] }, Essai);
    }

    private long Tire()
    {
        var unite = new UniteTiree(CleDUnite.De(postes.Bulletin.Volume, postes.Bulletin.Ordre), new Montant(1), 0) { Matricule = postes.Bulletin.Matricule };
        var plan = Plan();
        return postes.Service<TenueDesEchantillons>().Garder(
            plan, new EchantillonTire(DeuxPostes.Commune, "00", new(2026, 3), null, new Graine(1), [new(plan.Postes[0], new([new(SorteDeStrate.Sondee, "", 1, new(1), 1)], [unite], ""))], []), Essai).Id;
    }

    private static Acte Essai => new(NatureDActe.Visa, "essai", "essai", "essai");

    // What the page gives its form; nothing once the état was deleted.
    private string Vues()
    {
        using var connexion = postes.Service<Entrepot>().Connecter();
        var question = new RapprochementsDesEtatsQuestion(DeuxPostes.Commune, new MoisDePaye(2026, 3));
        var suivis = new SuivisDesEtatsQuestion(question.Siret, question.Mois).De(question.Executer(connexion, Perimetre.Complet), postes.Service<Entrepot>().Carnet, Perimetre.Complet);
        return suivis.Tous.Count == 0 ? "" : ChiffresVus.Empreinte(suivis.Tous[0].Tout);
    }

    private async Task<long> NoteDeControle()
    {
        using var ecrite = await postes.Remplir(await postes.SessionNeuve("comptable"), Etat, "noter", ("sur", ""), ("texte", Nouveau()));
        return postes.Service<Entrepot>().Carnet.Notes(Perimetre.Complet).Last(e => e.Sorte == SorteDEcrit.Note).Id;
    }

    private async Task<long> Note(string agent)
    {
        using var ecrite = await postes.Remplir(await postes.SessionNeuve("comptable"), agent, "ajouter", ("objet", "Adresse"), ("texte", Nouveau()));
        return postes.Service<Entrepot>().Notes.DeLAgent(DeuxPostes.Commune, postes.Bulletin.Matricule, Perimetre.Complet)[^1].Id;
    }

    /// <summary>What takes away the sessions and the data that the others need.</summary>
    private IEnumerable<ActeDEssai> Fins() =>
    [
        // A choice of display is a cookie: it changes nothing here.
        new("POST /preferences", Personne, _ => Est(new Envoi("/preferences", ("nom", "theme"), ("valeur", "sombre"), ("retour", "/")))),
        new("POST /deconnexion", Tous, _ => Est(new Envoi("/deconnexion"))),
        new("POST /suppression/executer", "comptable", _ => Est(new Envoi("/suppression/executer", ("type", "paye"), ("siret", DeuxPostes.Commune), ("motif", "Essai")))),
        new("POST /suppression/executer", "autre.poste", _ => Est(new Envoi("/suppression/executer", ("type", "paye"), ("siret", DeuxPostes.Hopital), ("motif", "Essai")))),
    ];

    private string Nouveau() => $"essai-{++_numero}";

    private byte[] Octets() => Encoding.UTF8.GetBytes($"un fichier que rien ne reconnaît {Nouveau()}");

    private string Fichier()
    {
        var chemin = Path.Combine(Path.GetDirectoryName(postes.Donnees)!, Nouveau() + ".bin");
        File.WriteAllBytes(chemin, Octets());
        return chemin;
    }

    private long Recherche(string proprietaire) =>
        postes.Service<Entrepot>().Recherches.Enregistrer(new(0, proprietaire, true, Nouveau(), null, "/bulletins", TimeProvider.System.GetUtcNow()))!.Id;

    private string Configuration(string createur)
    {
        var code = Nouveau();
        postes.Service<Entrepot>().Exports.Ajouter(new(code, code, createur, TimeProvider.System.GetUtcNow(), "Bulletins", ["matricule"]));
        return code;
    }

    private string Lot(string? poste)
    {
        var file = postes.Service<FileDImports>();
        var lot = file.Ouvrir(OrigineDImport.Navigateur, new Deposant("quelqu.un", poste));
        using var contenu = new MemoryStream(Octets());
        file.Recevoir(lot, contenu, "essai.bin", default);
        return lot;
    }

    private string LotDe(string compte, string poste)
    {
        var file = postes.Service<FileDImports>();
        var lot = file.Ouvrir(OrigineDImport.Navigateur, new Deposant(compte, poste));
        file.DemanderUneReponse(lot);
        return lot;
    }

    private string Fini(string compte, string poste)
    {
        var maintenant = TimeProvider.System.GetUtcNow();
        var travail = new Travail(Nouveau(), Travail.Export, "Essai", "", maintenant) { Compte = compte, Poste = poste, Etat = EtatDeTravail.Echoue, FiniLe = maintenant };
        postes.Service<Entrepot>().Travaux.Poser(travail);
        return travail.Id;
    }

    /// <summary>A batch that was launched with an answer.</summary>
    private string AvecUnBudget(string? poste)
    {
        const string siret = "21990008100015";
        var lot = Lot(poste);
        var donne = new BudgetDonne("00", "quelqu.un", DateTimeOffset.UnixEpoch);
        foreach (var retenu in (string[])[siret, "celui d'un autre lot"])
            postes.Service<Entrepot>().BudgetsRetenus.Retenir(poste, new BudgetRetenu(retenu, donne));
        postes.Service<FileDImports>().Lancer(lot, new BudgetsDonnes(new Dictionary<string, BudgetDonne>(StringComparer.Ordinal) { [siret] = donne }));
        return lot;
    }

    private string AConfirmer(string? poste)
    {
        var lot = Lot(poste);
        postes.Service<FileDImports>().DemanderUneReponse(lot);
        return lot;
    }

    /// <summary>A file that a poste brought and that an interruption left unread, alone of its kind.</summary>
    private string EnSuspens(string? poste)
    {
        using var contenu = new MemoryStream(Octets());
        var adresse = SansSuspens("/import");
        new ReceptionDeFichiers(postes.Service<Entrepot>(), TimeProvider.System) { Poste = poste }.Recevoir(contenu, "essai.bin", null, default);
        return adresse;
    }

    private string SansSuspens(string adresse)
    {
        var receptions = postes.Service<Entrepot>().Receptions;
        receptions.Conclure([.. receptions.Inachevees().Select(r => (r.Id, "rejete", (string?)null))]);
        return adresse;
    }

    private async Task<string> Compte()
    {
        await using var portee = postes.Service<IServiceScopeFactory>().CreateAsyncScope();
        var nom = Nouveau();
        await portee.ServiceProvider.GetRequiredService<GestionDesComptes>().OuvrirAsync(nom, "Personne d'Exemple", Machine);
        return nom;
    }

    private async Task<string> Session(string compte) => $"{await postes.Service<SessionsDeCompte>().OuvrirAsync(Auteur.DuCompte(compte, "127.0.0.1", "/connexion"))}";

    private async Task<Habilitation> Habiliter(Profil profil, string poste, string siret) => await postes.Service<Habilitations>().DonnerAsync(
        new DemandeDHabilitation { Utilisateur = await Compte(), Profil = profil, Poste = poste, Debut = JourDeParis.De(TimeProvider.System.GetUtcNow()), Budgets = [new BudgetPermis(siret, null)] }, Machine);

    private static Task<Envoi> Est(Envoi envoi) => Task.FromResult(envoi);
}
