namespace Xemelios.Samples;

/// <summary>Words that make invented people and posts; combined at random, so a likeness is chance.</summary>
internal static class NomsFictifs
{
    public static readonly string[] Noms =
    [
        "ABADIE", "AUBRÉE", "BARBEROUSSE", "BELLEFONT", "BRINDEJONC", "CAMUSAT", "CHANTELOUP", "COURBEVAL", "DELACOLLINE", "D'ESTRAN",
        "DUBOISJOLI", "ÉTIENNOT", "FAUCONNET", "FLEURANCE", "GALIMARD", "GRANDCHAMP", "GUÉRINEAU", "HAUTBOIS", "JOLIVEAU", "KERMORVAN",
        "LACOMBE-VERTE", "LAFONTAINE", "LEBRISQUET", "LECŒUR", "LETILLEUL", "MARCHEPIED", "MIRABELLE", "MONTÉGUT", "NOËLLAT", "OLLIVIERRE",
        "PASSEREAU", "PÉRIGNAC", "PRÉVERAL", "QUINTARD", "RIVALANDE", "ROSSIGNEUX", "SABLONNIER", "SAINT-AUBERT", "TOURNESAC", "VALMORIN",
        "VERDELET", "VILLENEUVAL", "WATTEBLÉ", "YVONNEAU", "ZÉPHIRIN", "L'HUILLERY", "MAÇONNET", "FRANÇOISSE", "BOURRELAC", "CHÂTELARD",
    ];

    public static readonly string[] Prenoms =
    [
        "Adèle", "Agnès", "Alain", "Aïcha", "Amélie", "André", "Béatrice", "Benoît", "Camille", "Cécile", "Céline", "Chloé", "Claude", "Clément",
        "Denis", "Éléonore", "Émile", "Fatima", "François", "Françoise", "Gaël", "Geneviève", "Grégory", "Hélène", "Inès", "Jérôme", "Joël",
        "José", "Julien", "Karim", "Laëtitia", "Léa", "Loïc", "Lucie", "Maëlle", "Marie-Anne", "Mathieu", "Mehdi", "Nadège", "Noémie", "Océane",
        "Olivier", "Pascal", "Rémi", "Sébastien", "Solène", "Thérèse", "Valérie", "Yann", "Zoé",
    ];

    public static readonly string[] Rues =
        ["rue des Écoles", "chemin du Lavoir", "impasse des Églantiers", "avenue de la Gare", "place du Marché", "allée des Tilleuls", "rue du Moulin à l'Eau"];

    public static readonly (string Grade, string Emploi, int IndiceMin)[] Territorial =
    [
        ("Adjoint technique territorial", "Agent d'entretien", 367), ("Adjoint technique principal de 2e classe", "Agent des espaces verts", 371),
        ("Agent de maîtrise", "Chef d'équipe voirie", 380), ("Adjoint administratif territorial", "Agent d'accueil", 367),
        ("Adjoint administratif principal de 1re classe", "Gestionnaire paye", 390), ("Rédacteur territorial", "Responsable état civil", 395),
        ("Attaché territorial", "Directrice des finances", 430), ("A.T.S.E.M. principal de 2e classe", "ATSEM", 371),
        ("Éducateur de jeunes enfants", "Éducateur", 398), ("Gardien-brigadier", "Policier municipal", 375), ("Technicien territorial", "Technicien bâtiment", 396),
    ];

    public static readonly (string Grade, string Emploi, int IndiceMin)[] Hospitalier =
    [
        ("Aide-soignant", "Aide-soignant", 371), ("Infirmier en soins généraux", "Infirmier", 422), ("Agent des services hospitaliers qualifié", "Agent de service", 367),
        ("Adjoint administratif hospitalier", "Secrétaire médicale", 368), ("Cadre de santé", "Cadre de santé", 490), ("Ouvrier principal de 2e classe", "Cuisinier", 370),
    ];

    public static readonly string[] Services = ["Services techniques", "État civil", "Écoles", "Finances", "Police municipale", "Crèche Les Lutins", "Médiathèque"];

    public static readonly string[] ServicesHospitaliers = ["Médecine polyvalente", "Urgences", "Chirurgie", "Gériatrie", "Cuisine centrale", "Direction"];
}
