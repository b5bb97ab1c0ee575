using System.Data.Common;
using System.Reflection;
using Xemelios.Domain.Habilitations;
using Xemelios.Domain.Paye;
using Xemelios.Domain.Valeurs;
using Xemelios.Query.Accueil;
using Xemelios.Query.Agents;
using Xemelios.Query.Bulletins;
using Xemelios.Query.Calendriers;
using Xemelios.Query.Comparaisons;
using Xemelios.Query.Controles;
using Xemelios.Query.Criteres;
using Xemelios.Query.Echantillons;
using Xemelios.Query.EtatsLiquidatifs;
using Xemelios.Query.ExportsConfigures;
using Xemelios.Query.Filters;
using Xemelios.Query.Graphiques;
using Xemelios.Query.HeuresSupplementaires;
using Xemelios.Query.Imports;
using Xemelios.Query.Journaux;
using Xemelios.Query.Justificatifs;
using Xemelios.Query.JustificatifsAttendus;
using Xemelios.Query.Mandats;
using Xemelios.Query.Matieres;
using Xemelios.Query.Nomenclatures;
using Xemelios.Query.Notes;
using Xemelios.Query.Passages;
using Xemelios.Query.Rapprochements;
using Xemelios.Query.Recherche;
using Xemelios.Query.Recherches;
using Xemelios.Query.Restitutions;
using Xemelios.Query.Rubriques;
using Xemelios.Query.Sources;
using Xemelios.Query.Suppressions;
using Xemelios.Query.Tests.Donnees;
using Xemelios.Store.Agents;
using Xemelios.Store.Gestion.Controles;
using Xemelios.Store.Gestion.Notes;
using Xemelios.Store.TextIndex;

namespace Xemelios.Query.Tests.Perimetres;

/// <summary>Where a question is asked: a part, and the month before.</summary>
internal sealed record Lieu(DossierMarque Dossier, Part Part, int Avant)
{
    public MoisDePaye Mois => MoisDePaye.FromCle(Part.Periode);

    public MoisDePaye MoisAvant => MoisDePaye.FromCle(Avant);

    public DemandeDEtat Etat => new(Part.Siret, Mois, Part.Budget);

    public string Matricule => $"MAT{Part.Siret[..2]}{Part.Budget}-1";

    public AdresseDeBulletin Bulletin(int periode) => new(Entrepot.Empreinte(Dossier.Volumes[Part with { Periode = periode }].Nom), 1);
}

/// <summary>One way to ask something: a method that takes a connection and a perimeter.</summary>
internal sealed record Demande(MethodInfo Methode, object Question)
{
    public override string ToString() => $"{Question}.{Methode.Name}";
}

/// <summary>Every question of the assembly, found by reflection: one that is not known here fails the tests of rights.</summary>
internal static class CatalogueDesQuestions
{
    // They write an answer that is already given: the names of its files are asked for by FichiersSourcesQuestion.
    // The tables that controls read have a test of their own, MatiereDeControleTests.
    private static readonly string[] SurUneReponse = ["ExportDeMois.De", "ExportDesAttendus.Exporter/5", "MatiereDeControle.Commencer", "MatiereDeControle.Ouvrir"];

    private static readonly Dictionary<Type, Func<Lieu, IEnumerable<object>>> DuLieu = new()
    {
        [typeof(SourceQuestion)] = l => l.Dossier.Flux.Where(f => f.Siret == l.Part.Siret && f.Budget == l.Part.Budget).Select(f => $"flux-{f.Siret}-{f.Budget}-{f.Annee}").Append(l.Dossier.Volumes[l.Part].Nom)
            .Append($"arrete-{l.Part.Marque}-1.pdf").Select(n => new SourceQuestion(Entrepot.Empreinte(n))),
        [typeof(PieceQuestion)] = l => l.Dossier.Pieces.Where(p => p.Part == l.Part || (p.DeLAnnee && p.Part.Siret == l.Part.Siret && p.Part.Budget == l.Part.Budget)).Select(p => new PieceQuestion(p.Id)),
        [typeof(JustificatifsQuestion)] = l => [new JustificatifsQuestion(l.Part.Siret, l.Mois), new JustificatifsQuestion(l.Part.Siret, l.Mois, l.Part.Budget)],
        [typeof(JustificatifsAttendusQuestion)] = l => [new JustificatifsAttendusQuestion(l.Part.Siret, l.Mois)],
        [typeof(HistoriqueDePassageQuestion)] = l => [new HistoriqueDePassageQuestion(l.Part.Siret)],
        [typeof(TableDePassageQuestion)] = l => [new TableDePassageQuestion(l.Part.Siret)],
        [typeof(ProposerPassageQuestion)] = l => [new ProposerPassageQuestion(l.Part.Siret)],
        [typeof(RapprochementQuestion)] = l => [new RapprochementQuestion(l.Etat), new RapprochementQuestion(l.Etat with { Budget = null })],
        [typeof(NomenclaturesQuestion)] = l => [new NomenclaturesQuestion(l.Part.Siret, SorteDeNomenclature.Rubrique), new NomenclaturesQuestion(l.Part.Siret, SorteDeNomenclature.Evenement, l.Mois)],
        [typeof(BudgetsDesEmployeursQuestion)] = l => [new BudgetsDesEmployeursQuestion([l.Part.Siret])],
        [typeof(VolumesPresentsQuestion)] = l => [new VolumesPresentsQuestion([l.Part.Siret], [l.Part.Periode])],
        [typeof(VolumesDeLEtatQuestion)] = l => [new VolumesDeLEtatQuestion(l.Etat with { Budget = null })],
        [typeof(EtatRecapitulatifQuestion)] = l => [new EtatRecapitulatifQuestion(l.Etat)],
        [typeof(SignesRetournesQuestion)] = l => [new SignesRetournesQuestion(l.Etat)],
        [typeof(EtatLiquidatifQuestion)] = l => new[] { AxeDEtat.Nature, AxeDEtat.Agent, AxeDEtat.Budget }.Select(a => new EtatLiquidatifQuestion(l.Etat, a)),
        [typeof(EtatNominatifQuestion)] = l => [new EtatNominatifQuestion(l.Etat)],
        [typeof(MoisPayesQuestion)] = l => [new MoisPayesQuestion(l.Part.Siret, l.Part.Budget)],
        [typeof(EtatParTrainQuestion)] = l => [new EtatParTrainQuestion(l.Etat, AxeDEtat.Service), new EtatParTrainQuestion(l.Etat, AxeDEtat.Agent)],
        [typeof(EtatEmboiteQuestion)] = l => [new EtatEmboiteQuestion(l.Etat, "nature,agent")],
        [typeof(HeuresSupplementairesQuestion)] = l => [new HeuresSupplementairesQuestion(l.Part.Siret, l.Mois)],
        [typeof(DoublesLivraisonsQuestion)] = l => [new DoublesLivraisonsQuestion(l.Part.Siret, l.Mois)],
        [typeof(ComparerQuestion)] = l => [new ComparerQuestion(Comparaison(l))],
        [typeof(ComparaisonDEtatsQuestion)] = l => [new ComparaisonDEtatsQuestion(l.Etat with { Mois = l.MoisAvant }, l.Etat), new ComparaisonDEtatsQuestion(l.Etat with { Mois = l.MoisAvant }, l.Etat, AxeDEtat.Agent)],
        [typeof(RecherchePredefinieQuestion)] = l => RecherchesPredefinies.Liste.Select(r => new RecherchePredefinieQuestion(r, Comparaison(l)) { Tout = true }),
        [typeof(QuoiDeNeufQuestion)] = l => [new QuoiDeNeufQuestion(l.Part.Siret, l.Mois) { Tout = true }],
        [typeof(ComparaisonDeLignesQuestion)] = l => [ComparaisonDeLignesQuestion.DeMois(l.Part.Siret, l.Matricule, l.MoisAvant, l.Mois), ComparaisonDeLignesQuestion.DeBulletins(l.Bulletin(l.Avant), l.Bulletin(l.Part.Periode))],
        [typeof(BulletinQuestion)] = l => [BulletinQuestion.DUnAgent(l.Part.Siret, l.Mois, l.Matricule), BulletinQuestion.ALAdresse(l.Bulletin(l.Part.Periode))],
        [typeof(VoisinsDeBulletinQuestion)] = l => [new VoisinsDeBulletinQuestion(new RechercheQuestion(Sujet.Bulletins), l.Bulletin(l.Part.Periode))],
        [typeof(RestitutionQuestion)] = l => [new RestitutionQuestion(l.Part.Siret, l.Matricule)],
        [typeof(SuiviDeLEtatQuestion)] = l => [new SuiviDeLEtatQuestion(l.Etat)],
        [typeof(SuiviDuBulletinQuestion)] = l => [new SuiviDuBulletinQuestion(l.Bulletin(l.Part.Periode))],
        [typeof(ProchainBulletinAVoirQuestion)] = l => [new ProchainBulletinAVoirQuestion(l.Bulletin(l.Part.Periode))],
        [typeof(RapportDeControleQuestion)] = l => [new RapportDeControleQuestion(l.Etat)],
        [typeof(MatiereDeControle)] = l => [new MatiereDeControle(l.Part.Siret), new MatiereDeControle(l.Part.Siret, l.Mois, l.Mois, l.Part.Budget)],
        [typeof(PopulationQuestion)] = l => [new PopulationQuestion(l.Etat, "", "tous_evenements", "service"), new PopulationQuestion(l.Etat with { Budget = null }, "rubrique=2000")],
        [typeof(NotesDAgentQuestion)] = l => [new NotesDAgentQuestion(l.Part.Siret, l.Matricule)],
        [typeof(DossierDAgentQuestion)] = l => [new DossierDAgentQuestion(l.Part.Siret, l.Matricule)],
        [typeof(AgentDuBulletinQuestion)] = l => [new AgentDuBulletinQuestion(l.Bulletin(l.Part.Periode))],
        [typeof(AgentDeLaSourceQuestion)] = l => [new AgentDeLaSourceQuestion(Entrepot.Empreinte(l.Dossier.Volumes[l.Part].Nom), 1_000_000)],
        [typeof(AgentsDeLaPieceQuestion)] = l => l.Dossier.Pieces.Where(p => p.Part == l.Part).Select(p => new AgentsDeLaPieceQuestion(p.Id)),
        [typeof(MasseSalarialeQuestion)] = l => [new MasseSalarialeQuestion(l.Part.Siret), new MasseSalarialeQuestion(l.Part.Siret, l.Part.Budget)],
        [typeof(DistributionDuBrutQuestion)] = l => [new DistributionDuBrutQuestion(l.Part.Siret, l.Mois), new DistributionDuBrutQuestion(l.Part.Siret, l.Mois, l.Part.Budget)],
        [typeof(PyramideDesAgesQuestion)] = l => [new PyramideDesAgesQuestion(l.Part.Siret, l.Mois)],
        [typeof(RubriquesDuMoisQuestion)] = l => [new RubriquesDuMoisQuestion(l.Part.Siret, l.Mois)],
        [typeof(EcartsQuestion)] = l => [new EcartsQuestion(l.Part.Siret), new EcartsQuestion(l.Part.Siret, l.Part.Budget)],
        [typeof(HistoriqueDeRubriqueQuestion)] = l => [new HistoriqueDeRubriqueQuestion(l.Part.Siret, "1000"), new HistoriqueDeRubriqueQuestion(l.Part.Siret, "2000")],
        [typeof(RubriqueDUnAgentQuestion)] = l => [new RubriqueDUnAgentQuestion(l.Part.Siret, "1000", l.Matricule)],
        [typeof(PiecesDesMandatsQuestion)] = l => [new PiecesDesMandatsQuestion(l.Part.Siret, l.Part.Periode / 100)],
        [typeof(FichiersSourcesQuestion)] = l => [new FichiersSourcesQuestion([l.Etat], [.. Mandats(l)])],
    };

    private static readonly Dictionary<Type, Func<DossierMarque, IEnumerable<object>>> DuDossier = new()
    {
        [typeof(AccueilQuestion)] = _ => [new AccueilQuestion()],
        [typeof(CalendrierQuestion)] = _ => [new CalendrierQuestion(), new CalendrierQuestion(2025), new CalendrierQuestion(2026, DossierMarque.Commune)],
        [typeof(CollectivitesQuestion)] = _ => [new CollectivitesQuestion()],
        [typeof(SuggestionsQuestion)] = _ => [new SuggestionsQuestion("paye", 1000), new SuggestionsQuestion("rubrique", 1000), new SuggestionsQuestion("1", 1000), new SuggestionsQuestion("2", 1000)],
        [typeof(ValeursDeFiltresQuestion)] = _ => [new ValeursDeFiltresQuestion()],
        [typeof(SuivisDesEtatsQuestion)] = _ => [new SuivisDesEtatsQuestion()],
        [typeof(RapprochementsDesEtatsQuestion)] = _ => [new RapprochementsDesEtatsQuestion()],
        [typeof(ResteAVoirQuestion)] = _ => [new ResteAVoirQuestion()],
        [typeof(EtatsQuestion)] = _ => [new EtatsQuestion()],
        [typeof(DonneesPresentesQuestion)] = _ => [new DonneesPresentesQuestion()],
        [typeof(FichiersRecusQuestion)] = _ => [new FichiersRecusQuestion(Siret: DossierMarque.Commune)],
        [typeof(MandatsQuestion)] = _ => [new MandatsQuestion(), new MandatsQuestion(DossierMarque.Commune, 2026)],
        [typeof(FichiersEntiersQuestion)] = d => [new FichiersEntiersQuestion([.. d.Volumes.Values.Select(v => Entrepot.Empreinte(v.Nom)), .. d.Flux.Select(f => Entrepot.Empreinte($"flux-{f.Siret}-{f.Budget}-{f.Annee}"))])],
        [typeof(EtatsDesFichiersQuestion)] = d => [new EtatsDesFichiersQuestion([.. d.Volumes.Values.Select(v => Entrepot.Empreinte(v.Nom))])],
        [typeof(ChercherQuestion)] = _ => [new ChercherQuestion("nom"), new ChercherQuestion("nom", DossierMarque.Commune, new MoisDePaye(2026, 1))],
        [typeof(FacettesQuestion)] = _ => Enum.GetValues<Sujet>().Select(s => new FacettesQuestion(s, "", 60_000, 100)),
        [typeof(ValeursPresentesQuestion)] = _ => Enum.GetValues<Sujet>().SelectMany(s => s.Criteres().Where(c => c.ValeursPresentes is not null).Select(c => new ValeursPresentesQuestion(s, c.Cle))),
        [typeof(GroupementQuestion)] = _ => [new GroupementQuestion(Sujet.Bulletins, "", "mois,service"), new GroupementQuestion(Sujet.Lignes, "", "rubrique,nature"), new GroupementQuestion(Sujet.Repartition, "", "libelle")],
        [typeof(RechercheQuestion)] = _ => [.. Enum.GetValues<Sujet>().Select(s => new RechercheQuestion(s, "", Toutes(s), TaillePage: 500)), new RechercheQuestion(Sujet.Bulletins, "rubrique=2000 et montant>1", Tri: "nom")],
        [typeof(ExportConfigureQuestion)] = _ => [new ExportConfigureQuestion("Tout", "tout", Sujet.Bulletins, [.. ChampsDExport.Toutes(Sujet.Bulletins)]), new ExportConfigureQuestion("Noms", "noms", Sujet.Bulletins, ["nom"])],
        [typeof(ExportDeLignesQuestion)] = _ => [new ExportDeLignesQuestion(ExportDeLignes.Rubrique) { Montants = [">=40"] }],
    };

    /// <summary>Every method of the assembly that asks the tables something inside a perimeter.</summary>
    public static IReadOnlyList<MethodInfo> Methodes { get; } =
    [
        .. from type in typeof(QuestionRefuseeException).Assembly.GetTypes()
           where type.IsPublic
           from methode in type.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly)
           let parametres = methode.GetParameters()
           where parametres.Any(p => p.ParameterType == typeof(DbConnection)) && !SurUneReponse.Contains($"{type.Name}.{methode.Name}") && !SurUneReponse.Contains($"{type.Name}.{methode.Name}/{parametres.Length}")
           select methode,
    ];

    /// <summary>What a method asks: the instance, or the first parameter of an extension.</summary>
    public static Type Question(MethodInfo methode) => methode.IsStatic ? methode.GetParameters()[0].ParameterType : methode.DeclaringType!;

    public static bool EstConnue(Type question) => DuLieu.ContainsKey(question) || DuDossier.ContainsKey(question);

    /// <summary>Every way to ask each question at some places.</summary>
    public static IEnumerable<Demande> Toutes(DossierMarque dossier, params IReadOnlyList<Lieu> lieux) =>
        from methode in Methodes
        let type = Question(methode)
        from question in DuDossier.TryGetValue(type, out var duDossier) ? duDossier(dossier) : lieux.SelectMany(l => DuLieu[type](l))
        select new Demande(methode, question);

    /// <summary>What is answered; the name of a refusal when it is refused.</summary>
    public static object? Repondre(this Demande demande, DossierMarque dossier, Perimetre perimetre)
    {
        try
        {
            return demande.Methode.Invoke(demande.Methode.IsStatic ? null : demande.Question, [.. demande.Methode.GetParameters().Select(p => Argument(p, demande, dossier, perimetre))]);
        }
        catch (TargetInvocationException refus) when (refus.InnerException is QuestionRefuseeException)
        {
            return refus.InnerException.GetType().Name;
        }
    }

    private static object Argument(ParameterInfo parametre, Demande demande, DossierMarque dossier, Perimetre perimetre) => parametre.ParameterType switch
    {
        var t when t == typeof(DbConnection) => dossier.Entrepot.Connexion,
        var t when t == typeof(Perimetre) => perimetre,
        var t when t == typeof(IRechercheDAgents) => dossier.AgentsConnus,
        var t when t == typeof(ITextIndex) => dossier.Textes,
        var t when t == typeof(NotesGardees) => dossier.Notes,
        var t when t == typeof(CarnetDeControle) => dossier.Carnet,
        _ => demande.Question,
    };

    private static string Toutes(Sujet sujet) => string.Join(',', Colonnes.Toutes(sujet).Select(c => c.Cle));

    private static DemandeDeComparaison Comparaison(Lieu l) => new(l.Part.Siret, l.Mois, l.MoisAvant);

    private static IEnumerable<int> Mandats(Lieu l) => new MandatsQuestion(l.Part.Siret).Executer(l.Dossier.Entrepot.Connexion, Perimetre.Complet).Select(m => m.Id);
}
